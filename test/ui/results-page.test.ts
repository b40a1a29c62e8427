import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthOf, textOf } from '../../source/ui/canvas/line.ts';
import type { Zones } from '../../source/ui/canvas/body.ts';
import { contentHeight, panesOf } from '../../source/ui/canvas/frame.ts';
import { rowsOf as screenRows } from '../../source/ui/canvas/screen.tsx';
import { themeOf } from '../../source/ui/canvas/theme.ts';
import { arranged, heightOf } from '../../source/ui/canvas/zone.ts';
import { cluster, local, pool, ray } from '../helpers/screens/ray-results.ts';
import { widthOf } from '../../source/core/text/cells.ts';
import { madeUpState } from '../helpers/profiles/made-up-profiles.ts';
import { rowsOf } from '../helpers/screens/ui-frames.ts';
import { resultsPageScreen } from '../helpers/screens/details-screens.ts';
import { endedState } from '../helpers/screens/ui-states.ts';

const two = endedState({ walls: { local, pool } });
const three = endedState({ walls: { local, pool, ray }, plan: { cluster } });

const pictureAt = (columns: number, rows: number, state = two) =>
  resultsPageScreen(state)({ columns, rows }, themeOf(false));

/** The titles of the zones that get rows in so high a window. */
const shownIn = (zones: Zones | undefined, height: number): readonly string[] =>
  arranged(Object.values(zones ?? {}).flat(), height)
    .filter(({ variant }) => heightOf(variant) > 0)
    .map(({ title }) => textOf(title));

test('left alone it is put together once for each window, and so are its rows', () => {
  const theme = themeOf(false);
  const draw = resultsPageScreen(three);
  const pages = [200, 200, 180].map((columns) => draw({ columns, rows: 55 }, theme));
  assert.equal(pages[0], pages[1]);
  assert.notEqual(pages[1], pages[2]);
  const room = { columns: 200, rows: 55 };
  assert.equal(screenRows(pages[0]!, room, theme), screenRows(pages[0]!, room, theme));
});

test('a usual window has the overview alone', () => {
  for (const [columns, rows] of [
    [60, 16],
    [80, 24],
    [119, 50],
    [200, 39],
  ] as const) {
    const { aside, below } = pictureAt(columns, rows);
    assert.deepEqual([aside, below], [undefined, undefined], `${columns}x${rows}`);
  }
});

test('from 120x40 on rounds and accounting stand beside it', () => {
  const { aside, below } = pictureAt(120, 40);
  assert.equal(below, undefined);
  assert.deepEqual(shownIn(aside, contentHeight({ columns: 120, rows: 40 })), [
    'EVERY ROUND',
    'MEDIAN OF THE ROUNDS',
    'SPREAD AROUND EACH MEDIAN',
    'THE TIME OF 2 WORKERS: 2 × 928 ms = 1.86 s',
    'EFFICIENCY',
    'WHAT IT COST',
    'FORECAST',
  ]);
});

test('from 200x50 on the timeline of the typical round stands below both', () => {
  const { aside, below } = pictureAt(200, 50);
  assert.ok(aside);
  assert.ok(shownIn(below, 16).includes('WHAT EACH WORKER DID'));
});

test('what stands beside it, and what explains Ray, is drawn in the width of its pane', () => {
  for (const [columns, rows] of [
    [120, 40],
    [121, 41],
    [200, 50],
  ] as const) {
    const { zones, aside } = pictureAt(columns, rows, three);
    const { left, right } = panesOf({ columns, rows });
    for (const [pane, width] of [
      [{ ray: zones['ray']! }, left],
      [aside!, right],
    ] as const) {
      const lines = Object.values(pane)
        .flat()
        .flatMap(({ variants }) => variants.flatMap((variant) => variant.lines));
      for (const row of lines) {
        assert.ok(lengthOf(row) <= width, `${columns}x${rows}: ${textOf(row)}`);
      }
    }
  }
});

test('with many rounds the first stand beside the overview, and it says where the others are', () => {
  const rising = (from: number) => Array.from({ length: 60 }, (_, index) => from + index);
  const walls = { local: rising(1800), pool: rising(900) };
  const { aside } = pictureAt(120, 40, endedState({ walls, plan: { rounds: 60 } }));
  const [rounds] = arranged(Object.values(aside!).flat(), 36);
  assert.deepEqual(rounds!.variant.lines.slice(-3).map(textOf), [
    '    8  1.81 s  0.907 s      1.99  ',
    'and 52 more: d shows them',
    '◄ the middle speed-up: other pages explain this round',
  ]);
});

test('with Ray it is said why it takes so long, and whether it is worth it, below the chart', () => {
  const { zones } = pictureAt(80, 24, three);
  assert.deepEqual(shownIn({ ray: zones['ray']! }, 99), [
    'WHY RAY TAKES 5.39 TIMES AS LONG: round 1, 9.70 s over 1.80 s of local',
    'IS PARALLELISM ON RAY WORTH IT?',
  ]);
  assert.deepEqual(shownIn({ ray: pictureAt(80, 24).zones['ray']! }, 99), []);
});

test('in a large window headline and trust stand beside the details, in every state', () => {
  for (let seed = 0; seed < 60; seed++) {
    const state = madeUpState(seed);
    for (const [columns, rows] of [
      [120, 40],
      [200, 50],
    ] as const) {
      const drawn = rowsOf(resultsPageScreen(state), { columns, rows });
      const where = `seed ${seed}\n${drawn.join('\n')}`;
      assert.ok(
        drawn.every((row) => widthOf(row) === columns - 1),
        where,
      );
      assert.ok(
        drawn.some((row) => row.includes('─ EVERY ROUND ')),
        where,
      );
      assert.ok(
        drawn.some((row) => /^[├│]─? TRUST /.test(row)),
        where,
      );
    }
  }
});
