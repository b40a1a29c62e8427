import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caption, Demo } from '../../../source/core/session/demo.ts';
import { line } from '../../../source/ui/canvas/line.ts';
import type { Picture } from '../../../source/ui/canvas/frame.ts';
import { demoPicture } from '../../../source/ui/pages/demo-picture.ts';
import { bare } from '../../../source/ui/canvas/zone.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

const picture: Picture = {
  trail: ['SETUP', 'run', 'results'],
  zones: { head: { title: [], priority: 0, variants: [bare([line('head')])] } },
  keys: line('enter run  q quit'),
};

const demoWith = (caption: Caption | undefined, recorded = false): Demo => ({
  recorded,
  attended: true,
  caption: () => caption,
  subscribe: () => () => {},
});

const drawn = (demo: Demo, columns: number): string =>
  frameText((room) => demoPicture(picture, demo, room), { columns, rows: 6 });

const caption: Caption = [
  'What is said where there is room for it, which in the smallest window there is not.',
  'What is said where there is no room.',
];

test('what a demo says stands in place of the keys', () => {
  assert.equal(
    drawn(demoWith(caption), 90),
    `
╭─ fibtui demo: any key takes over ───────────────────────────── SETUP · run · results ─╮
│ head                                                                                  │
│                                                                                       │
╰───────────────────────────────────────────────────────────────────────────────────────╯
 What is said where there is room for it, which in the smallest window there is not.
`,
  );
});

test('in a narrow window it says it shortly', () => {
  assert.equal(
    drawn(demoWith(caption, true), 60),
    `
╭─ fibtui demo, recorded ───────── SETUP · run · results ─╮
│ head                                                    │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 What is said where there is no room.
`,
  );
});

test('once somebody has taken over, the keys are back; what is recorded stays named', () => {
  assert.equal(
    drawn(demoWith(undefined, true), 60),
    `
╭─ fibtui demo, recorded ───────── SETUP · run · results ─╮
│ head                                                    │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 enter run  q quit
`,
  );
});

test('a demo that nobody sits at does not offer to be taken over', () => {
  const [title] = drawn({ ...demoWith(caption, true), attended: false }, 90)
    .trim()
    .split('\n');
  assert.match(title!, /^╭─ fibtui demo, recorded ─+ SETUP/);
});
