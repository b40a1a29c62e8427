import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import references from '../../references/references.json' with { type: 'json' };
import { efficiency, karpFlatt, speedup } from '../../../source/core/report/figures/speedup.ts';
import { median, medianInterval, outliers } from '../../../source/core/statistics.ts';
import { near, nearAt } from '../../helpers/numbers/near.ts';

// test/references/make.py takes the values from other implementations.

const numbered = (walls: readonly number[]) => new Map(walls.map((wall, index) => [index, wall]));

suite('as other implementations have it', () => {
  for (const { count, low, high, coverage } of references.ranks) {
    test(`the interval of ${count} samples lies between the same ranks`, () => {
      const ranks = Array.from({ length: count }, (_, index) => index + 1);
      const found = medianInterval(ranks);
      assert.deepEqual([found.low, found.high], [low, high]);
      assert.equal(found.coverage === undefined, coverage === undefined);
      if (coverage !== undefined) {
        near(found.coverage, coverage, 'coverage');
      }
    });
  }

  test('medians', () => {
    for (const { samples, median: expected } of references.samples) {
      assert.equal(median(samples), expected, samples.join(', '));
    }
  });

  test('intervals of medians', () => {
    for (const { samples, low, high } of references.samples) {
      const found = medianInterval(samples);
      assert.deepEqual([found.low, found.high], [low, high], samples.join(', '));
    }
  });

  test('outliers', () => {
    for (const { samples, outliers: expected } of references.samples) {
      assert.deepEqual(outliers(samples), expected, samples.join(', '));
    }
  });

  test('speed-ups, their intervals and outcomes', () => {
    for (const { reference, walls, ...expected } of references.speedups) {
      const what = `${walls.length} rounds`;
      const found = speedup(numbered(reference), numbered(walls));
      assert.equal(found?.outcome, expected.outcome, what);
      assert.equal(found.pairs, walls.length, what);
      assert.equal(found.round, expected.round, what);
      near(found.value, expected.value, `${what}, value`);
      near(found.low, expected.low, `${what}, low`);
      near(found.high, expected.high, `${what}, high`);
    }
  });

  for (const { value, workers, ...expected } of references.scalings) {
    test(`efficiency and serial fraction of ${value}x on ${workers}`, () => {
      near(efficiency(value, workers), expected.efficiency, 'efficiency');
      const serial = karpFlatt(value, workers);
      assert.equal(serial === undefined, expected.karpFlatt === undefined);
      if (expected.karpFlatt !== undefined) {
        // For a perfect speed-up this is the difference of two equal numbers.
        const scale = Math.max(1, expected.karpFlatt);
        nearAt(scale)(serial, expected.karpFlatt, 'Karp–Flatt');
      }
    });
  }

  test('there is something of everything to compare', () => {
    const outcomes = new Set(references.speedups.map(({ outcome }) => outcome));
    assert.deepEqual([...outcomes].toSorted(), [
      'faster',
      'same',
      'slower',
      'too-few-rounds',
      'undecided',
    ]);
    assert.equal(references.ranks.length, 50);
    assert.ok(references.samples.filter(({ outliers }) => outliers.length > 0).length > 20);
  });
});
