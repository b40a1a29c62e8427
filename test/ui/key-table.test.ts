import assert from 'node:assert/strict';
import { test } from 'node:test';
import { themeOf } from '../../source/ui/canvas/theme.ts';
import { handleKey } from '../../source/ui/controls.ts';
import { situationOf } from '../../source/ui/key-targets.ts';
import { keysEverywhere, keyTable, type KeyScreen } from '../../source/ui/pages/key-table.ts';
import { wholePass } from '../../source/ui/timeline/timeline.ts';
import { many } from '../helpers/screens/timeline-screens.ts';
import { targetsIn, type Circumstance } from '../helpers/screens/ui-situations.ts';

const characters =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const everyKey = [
  ...Array.from(characters),
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'enter',
  'escape',
  'tab',
  'backspace',
  'shift+tab',
  'shift+up',
  'shift+down',
  'shift+left',
  'shift+right',
];

const table = keyTable(themeOf(false).arrows);

const keysIn = (screen: KeyScreen): readonly string[] =>
  [...table[screen], ...keysEverywhere].flatMap(({ keys }) => keys);

const ended = { profile: 'ended', place: 'profile', replay: false } as const;

type Probed = {
  readonly circumstance: Circumstance;
  /** Keys that do something in other situations only. */
  readonly elsewhere?: readonly string[];
};

const situations: Readonly<Partial<Record<KeyScreen, Probed>>> = {
  setup: {
    circumstance: { profile: 'none', place: 'setup', replay: false, over: 'nothing' },
    elsewhere: ['f', 'p', 'r', ' ', 'escape', 'backspace'],
  },
  timeline: { circumstance: { ...ended, over: 'timeline' } },
  replay: {
    circumstance: { ...ended, replay: true, over: 'nothing' },
    elsewhere: ['d', 'pageup', 'pagedown'],
  },
  help: { circumstance: { ...ended, over: 'page' } },
};

/** Whether a key changes anything on a screen. */
function isAnswered(circumstance: Circumstance, key: string): boolean {
  const { targets: given, calls } = targetsIn(circumstance);
  const targets = { ...given, state: { ...given.state, profile: many } };
  if (targets.timeline.latest()) {
    targets.timeline.set({ ...wholePass, zoom: 2, start: 0.25, round: 2, top: 3 });
  }

  const pager = targets.pager.latest();
  if (pager?.shows === 'help') {
    targets.pager.set({ ...pager, top: 20 });
  }

  const before = situationOf(targets);
  const [page, form] = [targets.page.latest(), targets.form.latest()];
  handleKey(targets, key);
  const after = situationOf(targets);
  return (
    calls.some((call) => call !== 'redraw') ||
    targets.page.latest() !== page ||
    JSON.stringify(targets.form.latest()) !== JSON.stringify(form) ||
    JSON.stringify([before.timeline, before.pager]) !==
      JSON.stringify([after.timeline, after.pager])
  );
}

for (const [screen, { circumstance, elsewhere = [] }] of Object.entries(situations)) {
  test(`what the help says of the keys of the ${screen} is what they do`, () => {
    const said = keysIn(screen as KeyScreen);
    const answered = everyKey.filter((key) => isAnswered(circumstance, key));
    assert.deepEqual(
      answered.filter((key) => !said.includes(key)),
      [],
    );
    assert.deepEqual(
      everyKey.filter((key) => said.includes(key) && !answered.includes(key)),
      elsewhere,
    );
  });
}
