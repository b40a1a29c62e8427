import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase } from '../../../source/core/report/losses/ray-account.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { lookOf } from '../../../source/ui/parts/engine-look.ts';
import { staircase } from '../../../source/ui/details/accounting/staircase.ts';
import { seeded } from '../../helpers/numbers/random.ts';

const names = ['submit', 'pending', 'driver start', 'warm-up', 'span', 'rest'];

const phasesOf = (...times: readonly number[]): readonly Phase[] =>
  times.map((took, index) => ({
    name: names[index]!,
    took,
    computing: names[index] === 'span',
  }));

const drawn = (phases: readonly Phase[], width = 60, ascii = false) => {
  const theme = themeOf(ascii);
  return staircase(phases, { ...lookOf('ray', theme), width }, theme).map(textOf);
};

test('every bar begins where the one before ends, and what computes is solid', () => {
  assert.deepEqual(drawn(phasesOf(100, 200, 100, 200, 300, 100), 51), [
    'submit        ░░··················    100 ms   10 %',
    'pending       ··░░░░··············    200 ms   20 %',
    'driver start  ······░░············    100 ms   10 %',
    'warm-up       ········░░░░········    200 ms   20 %',
    'span          ············▒▒▒▒▒▒··    300 ms   30 %',
    'rest          ··················░░    100 ms   10 %',
  ]);
});

test('ASCII alone', () => {
  assert.equal(
    drawn(phasesOf(0, 500, 0, 0, 500), 51, true).at(-1),
    'span          ..........%%%%%%%%%%    500 ms   50 %',
  );
});

test('what took any time has a cell, also at the end, and what took none has none', () => {
  const bars = drawn(phasesOf(0.1, 500, 0, 0, 500, 0.1), 51).map((row) => row.slice(14, 34));
  assert.equal(bars[0], '░···················');
  assert.equal(bars[2], '····················');
  assert.equal(bars[5], '···················░');
});

test('of no time at all there are rows without bars', () => {
  assert.equal(drawn(phasesOf(0, 0), 51)[1], 'pending  ·························   0.00 ms    0 %');
});

test('rows are as wide as they are asked to be, whatever was measured', () => {
  const random = seeded(3);
  for (let sample = 0; sample < 200; sample++) {
    const times = names.map(() => (random() < 0.2 ? 0 : 10 ** (7 * random())));
    const width = 40 + Math.floor(200 * random());
    for (const row of drawn(phasesOf(...times), width)) {
      assert.equal(row.length, width, row);
    }
  }
});
