import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthOf, textOf } from '../../source/ui/canvas/line.ts';
import { handleKey, handlePaste } from '../../source/ui/controls.ts';
import { situationOf, type KeyTargets } from '../../source/ui/key-targets.ts';
import { pictureOf, screens } from '../../source/ui/screens.ts';
import { screenOf, type ScreenName } from '../../source/ui/situation.ts';
import {
  circumstances,
  shownIn,
  targetsIn,
  type Circumstance,
  type TargetsWithCalls,
} from '../helpers/screens/ui-situations.ts';

const names = Object.keys(screens) as readonly ScreenName[];

/** The word in capitals in the trail of a screen. A replay has that of its profile. */
const words: Readonly<Record<string, ScreenName>> = {
  SETUP: 'setup',
  RUN: 'run',
  RESULTS: 'results',
  ROUNDS: 'details',
  TIMELINE: 'timeline',
  HISTORY: 'history',
  HELP: 'pages',
};

/** A key of each screen, and how to tell that this screen answered it. */
const probes: Readonly<
  Record<ScreenName, readonly [key: string, answered: (pressed: TargetsWithCalls) => boolean]>
> = {
  setup: [']', ({ targets }) => targets.form.latest().settings.size === 100_000],
  run: ['escape', ({ targets }) => targets.cancelling.latest() === 'asking'],
  results: ['enter', ({ calls }) => calls.includes('again')],
  details: ['tab', ({ targets }) => targets.details.latest()?.page === 'accounting'],
  replay: [' ', ({ calls }) => calls.includes('toggle')],
  timeline: ['+', ({ targets }) => targets.timeline.latest()?.zoom === 1],
  history: ['enter', ({ calls }) => calls.includes('open')],
  pages: ['down', ({ targets }) => targets.pager.latest()?.top === 1],
};

/** The screens that answer their keys. */
const answering = (circumstance: Circumstance): readonly ScreenName[] =>
  names.filter((name) => {
    const [key, answered] = probes[name];
    const pressed = targetsIn(circumstance);
    handleKey(pressed.targets, key);
    return answered(pressed);
  });

/** The screen that is drawn. */
function drawn({ targets }: TargetsWithCalls): ScreenName {
  const { trail, keys } = pictureOf(shownIn(targets), targets.room, targets.theme);
  const name = trail.flatMap((word) => words[word] ?? [])[0];
  assert.ok(name, trail.join());
  return textOf(keys).includes('replay 0.0 s of') ? 'replay' : name;
}

const on = (given: Partial<Circumstance>): TargetsWithCalls =>
  targetsIn({ profile: 'none', place: 'setup', replay: false, over: 'nothing', ...given });

const screenIn = (given: Partial<Circumstance>): ScreenName =>
  screenOf(situationOf(on(given).targets));

test('a session leads from setup to the run and its results', () => {
  assert.equal(screenIn({}), 'setup');
  assert.equal(screenIn({ place: 'preparing' }), 'setup');
  assert.equal(screenIn({ place: 'profile', profile: 'running' }), 'run');
  assert.equal(screenIn({ place: 'profile', profile: 'ended' }), 'results');
});

test('after a profile the setup screen is shown again where the user went back to it', () => {
  for (const place of ['setup', 'preparing', 'starting'] as const) {
    assert.equal(screenIn({ place, profile: 'ended' }), 'setup');
  }
});

test('d shows the details of a run, live or replayed, and hides them', () => {
  for (const replay of [false, true]) {
    const { targets } = on({ replay, place: 'profile', profile: 'running' });
    handleKey(targets, 'd');
    assert.equal(shownIn(targets).detailed, true);
    handleKey(targets, 'd');
    assert.equal(shownIn(targets).detailed, false);
  }
});

test('a replay keeps its keys from its beginning to its end', () => {
  for (const profile of ['none', 'running', 'ended'] as const) {
    assert.equal(screenIn({ replay: true, profile }), 'replay');
  }
});

test('d opens the details of the results, live or replayed, and d or escape closes them', () => {
  for (const replay of [false, true]) {
    for (const back of ['d', 'escape']) {
      const { targets } = on({ replay, place: 'profile', profile: 'ended' });
      const below = screenOf(situationOf(targets));
      handleKey(targets, 'd');
      assert.equal(screenOf(situationOf(targets)), 'details');
      handleKey(targets, 'shift+tab');
      assert.equal(targets.details.latest()?.page, 'plan');
      handleKey(targets, back);
      assert.equal(screenOf(situationOf(targets)), below);
    }
  }
});

test('the details of one run do not lie over another', () => {
  assert.equal(screenIn({ place: 'profile', profile: 'running', over: 'details' }), 'run');
  assert.equal(screenIn({ place: 'setup', profile: 'ended', over: 'details' }), 'setup');
});

test('a page lies over the list, the list over a timeline, that over the details, and those over the rest', () => {
  const profile = { profile: 'ended', place: 'profile' } as const;
  assert.equal(screenIn({ ...profile, over: 'all' }), 'pages');
  assert.equal(screenIn({ ...profile, over: 'list' }), 'history');
  assert.equal(screenIn({ ...profile, over: 'timeline' }), 'timeline');
  assert.equal(screenIn({ ...profile, over: 'details' }), 'details');
  const { targets } = on({ ...profile, over: 'all' });
  targets.pager.set(undefined);
  assert.equal(screenOf(situationOf(targets)), 'history');
});

test('a run that was opened from the list takes its place', () => {
  const { targets } = on({ replay: true, profile: 'ended', over: 'list' });
  const { view } = targets.historyActions;
  const opened = targets.session as KeyTargets['session'] &
    Required<Pick<KeyTargets['session'], 'playback'>>;
  view.set({ ...view.latest()!, opened });
  assert.equal(screenOf(situationOf(targets)), 'replay');
});

test('before a profile there is no timeline', () => {
  assert.equal(screenIn({ over: 'timeline' }), 'setup');
  assert.equal(screenIn({ over: 'timeline', replay: true }), 'replay');
});

test('every screen is met, and has a picture with keys', () => {
  const met = new Map(
    circumstances.map((circumstance) => {
      const { targets } = targetsIn(circumstance);
      return [screenOf(situationOf(targets)), targets] as const;
    }),
  );
  for (const name of names) {
    const targets = met.get(name);
    assert.ok(targets, name);
    const picture = screens[name].picture(shownIn(targets), targets.room, targets.theme);
    assert.ok(Object.keys(picture.zones).length > 0, name);
    assert.ok(lengthOf(picture.keys) > 0, name);
  }
});

for (const replay of [false, true]) {
  test(`in every situation of a ${replay ? 'replay' : 'session'} the picture and the keys are of one screen`, () => {
    for (const circumstance of circumstances.filter((one) => one.replay === replay)) {
      const targets = targetsIn(circumstance);
      const name = screenOf(situationOf(targets.targets));
      const where = JSON.stringify(circumstance);
      const waits =
        name === 'setup' && circumstance.place !== 'setup' && circumstance.place !== 'profile';
      assert.equal(drawn(targets), name, where);
      assert.deepEqual(answering(circumstance), waits ? [] : [name], where);
    }
  });
}

test('q quits from every screen but a run that is measured, and what lies over that', () => {
  for (const circumstance of circumstances) {
    const { targets, calls } = targetsIn(circumstance);
    const name = screenOf(situationOf(targets));
    handleKey(targets, 'q');
    const waits = name === 'setup' && ['preparing', 'starting'].includes(circumstance.place);
    const stays = waits || (targets.measuring && name !== 'history');
    assert.equal(calls.includes('quit'), !stays, JSON.stringify(circumstance));
  }
});

test('ctrl+c, ctrl+z and ? work on every screen', () => {
  for (const circumstance of circumstances) {
    const { targets, calls } = targetsIn(circumstance);
    const before = targets.pager.latest();
    const over = screenOf(situationOf(targets));
    handleKey(targets, 'ctrl+c');
    handleKey(targets, 'ctrl+z');
    assert.deepEqual(calls, ['interrupt', 'suspend']);
    handleKey(targets, '?');
    assert.deepEqual(targets.pager.latest(), before ? undefined : { shows: 'help', top: 0, over });
  }
});

test('a paste is a command on no screen: it goes into a field, or the screen says that it does not', () => {
  const everyKey = 'qhpfm?gd0 x[]ntwrle+-';
  for (const circumstance of circumstances) {
    const { targets, calls } = targetsIn(circumstance);
    const where = JSON.stringify(circumstance);
    const before = { ...situationOf(targets), form: targets.form.latest() };
    handlePaste(targets, everyKey);
    const { notice, ...form } = targets.form.latest();
    assert.deepEqual({ ...situationOf(targets), form }, before, where);
    assert.deepEqual(calls, [], where);
    assert.equal(targets.cancelling.latest(), 'no', where);
    const refused = textOf(pictureOf(shownIn(targets), targets.room, targets.theme).keys);
    assert.notEqual(notice !== undefined, refused.includes('nothing was pasted'), where);
    handleKey(targets, 'pageup');
    assert.equal(targets.pasteRefused.latest(), false, where);
  }
});

test('a paste into a field of the setup screen is typed', () => {
  const { targets } = on({});
  handlePaste(targets, '50,000');
  assert.equal(targets.form.latest().typed, '50,000');
  assert.equal(targets.pasteRefused.latest(), false);
});
