import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contentWidth,
  isTooSmall,
  tooSmall,
  type Picture,
} from '../../../source/ui/canvas/frame.ts';
import { line, piece, textOf } from '../../../source/ui/canvas/line.ts';
import { bare, ruled } from '../../../source/ui/canvas/zone.ts';
import { frameText, rowsOf } from '../../helpers/screens/ui-frames.ts';

const picture: Picture = {
  trail: ['SETUP', 'run'],
  zones: {
    head: { title: [], priority: 0, variants: [bare([line('head')])] },
    one: {
      title: line('ONE   a title'),
      priority: 1,
      variants: [ruled([line('first'), line('second')]), bare([line('both')])],
    },
    other: { title: [], priority: 2, variants: [ruled([line('under a plain rule')]), bare([])] },
  },
  keys: line('enter run  q quit'),
};

const draw = () => picture;

test('zones stand under their rules, the rest is blank, the keys are the last line', () => {
  assert.equal(
    frameText(draw, { columns: 40, rows: 12 }),
    `
╭─ fibtui ────────────── SETUP · run ─╮
│ head                                │
├─ ONE   a title ─────────────────────┤
│ first                               │
│ second                              │
├─────────────────────────────────────┤
│ under a plain rule                  │
│                                     │
│                                     │
╰─────────────────────────────────────╯
 enter run  q quit
`,
  );
});

test('where there are few rows the zones are drawn in their denser forms', () => {
  assert.equal(
    frameText(draw, { columns: 40, rows: 7 }),
    `
╭─ fibtui ────────────── SETUP · run ─╮
│ head                                │
│ both                                │
│                                     │
╰─────────────────────────────────────╯
 enter run  q quit
`,
  );
});

test('what finds no room at all is left out, and the frame is closed', () => {
  assert.equal(
    frameText(draw, { columns: 40, rows: 5 }),
    `
╭─ fibtui ────────────── SETUP · run ─╮
│ head                                │
╰─────────────────────────────────────╯
 enter run  q quit
`,
  );
});

test('content, titles and keys that are too long are cut, and no row is longer', () => {
  const long = line('abcdefghij'.repeat(5));
  const zones = { long: { title: long, priority: 0, variants: [ruled([long])] } };
  assert.equal(
    frameText(() => ({ ...picture, zones, keys: long }), { columns: 30, rows: 6 }),
    `
╭─ fibtui ──── SETUP · run ─╮
├─ abcdefghijabcdefghijab ──┤
│ abcdefghijabcdefghijabcde │
╰───────────────────────────╯
 abcdefghijabcdefghijabcdefgh
`,
  );
});

test('content is as wide as the frame leaves room for', () => {
  assert.equal(contentWidth({ columns: 30, rows: 6 }), 25);
});

test('the last row and the last column stay blank', () => {
  const rows = rowsOf(draw, { columns: 40, rows: 12 });
  assert.equal(rows.length, 11);
  assert.deepEqual(new Set(rows.map(({ length }) => length)), new Set([39]));
});

test('ASCII replaces the frame and everything in it', () => {
  const zones = { one: { title: line('A · B'), priority: 0, variants: [ruled([line('±1 · é')])] } };
  assert.equal(
    frameText(() => ({ ...picture, zones, keys: line('q · quit') }), {
      columns: 40,
      rows: 6,
      ascii: true,
    }),
    `
+- fibtui -------------- SETUP > run -+
+- A - B -----------------------------+
| ~1 - ?                              |
+-------------------------------------+
 q - quit
`,
  );
});

test('a window below 60x16 is too small', () => {
  assert.equal(isTooSmall({ columns: 60, rows: 16 }), false);
  assert.equal(isTooSmall({ columns: 59, rows: 16 }), true);
  assert.equal(isTooSmall({ columns: 60, rows: 15 }), true);
});

test('what is cut ends before a number, never inside it', () => {
  const long = line('of 1,234,567 tasks ', piece('12', 'strong'), '34 are done');
  const zones = { long: { title: long, priority: 0, variants: [ruled([long])] } };
  for (let columns = 30; columns < 60; columns++) {
    for (const row of rowsOf(() => ({ ...picture, zones, keys: long }), { columns, rows: 6 })) {
      const numbers = row.match(/[\d,]+/g) ?? [];
      assert.deepEqual(numbers, ['1,234,567', '1234'].slice(0, numbers.length), row);
    }
  }
});

test('a window that is too small says what it takes, in one line that fits', () => {
  const sentence = 'fibtui needs 60x16, this window is 50x12';
  assert.equal(textOf(tooSmall({ columns: 50, rows: 12 })), sentence.padEnd(49));
  assert.equal(textOf(tooSmall({ columns: 12, rows: 12 })), 'needs 60x16');
  assert.equal(textOf(tooSmall({ columns: 0, rows: 0 })), '');
});

test('no number of that line is cut, in a window of any size', () => {
  for (let columns = 1; columns < 70; columns++) {
    for (let rows = 1; rows < 120; rows += 1) {
      const text = textOf(tooSmall({ columns, rows }));
      const said: readonly string[] = text.match(/[\dx]*\d[\dx]*/g) ?? [];
      assert.equal(text.length, columns - 1);
      assert.deepEqual(said, ['60x16', `${columns}x${rows}`].slice(0, said.length), text);
    }
  }
});

test('two panes stand side by side, and what belongs to both below them', () => {
  const rows = (...texts: readonly string[]) => texts.map((text) => line(text));
  const both: Picture = {
    trail: ['A', 'b'],
    zones: {
      one: { title: line('ONE'), priority: 0, variants: [ruled(rows('left'))] },
      two: { title: line('TWO'), priority: 0, variants: [ruled(rows('more', 'and more'))] },
    },
    aside: { three: { title: line('THREE'), priority: 0, variants: [ruled(rows('a', 'b'))] } },
    below: { four: { title: line('FOUR'), priority: 0, variants: [ruled(rows('both'))] } },
    keys: line('q quit'),
  };
  assert.equal(
    frameText(() => both, { columns: 60, rows: 14 }),
    `
╭─ fibtui ───────────────────┬──────────────────── A · b ─╮
├─ ONE ──────────────────────┼─ THREE ────────────────────┤
│ left                       │ a                          │
├─ TWO ──────────────────────┤ b                          │
│ more                       │                            │
│ and more                   │                            │
├─ FOUR ─────────────────────┴────────────────────────────┤
│ both                                                    │
│                                                         │
│                                                         │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 q quit
`,
  );
});
