import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median as oracleMedian, medianAbsoluteDeviation } from 'simple-statistics';
import {
  lowerMedian,
  median,
  medianInterval,
  outliers,
  spreadOf,
} from '../../source/core/statistics.ts';
import { noisy, seeded } from '../helpers/numbers/random.ts';

/** 1, 2, … R: every value equals its rank. */
const ranks = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

const choose = (n: bigint, k: bigint): bigint =>
  k === 0n ? 1n : (choose(n, k - 1n) * (n - k + 1n)) / k;

/** For each k: how many of the 2^R outcomes of R fair coins leave the median between ranks k and R + 1 − k. */
function coveredOutcomes(count: number): readonly bigint[] {
  let missed = 0n;
  return ranks(Math.floor((count + 1) / 2)).map((rank) => {
    missed += choose(BigInt(count), BigInt(rank - 1));
    return 2n ** BigInt(count) - 2n * missed;
  });
}

/** The largest k that covers at least 19 in 20, else 1; in integer arithmetic. */
function exactRank(count: number): number {
  const last = coveredOutcomes(count).findLastIndex(
    (covered) => 20n * covered >= 19n * 2n ** BigInt(count),
  );
  return Math.max(last + 1, 1);
}

test('the median is the sample in the middle, whatever their order', () => {
  assert.equal(median([7]), 7);
  assert.equal(median([5, 1, 9]), 5);
  assert.equal(median([100, 9, 80]), 80);
});

test('the median of an even number is the mean of the two in the middle', () => {
  assert.equal(median([4, 1]), 2.5);
  assert.equal(median([8, 2, 4, 100]), 6);
});

test('median and outliers leave the samples as they are', () => {
  const samples = Object.freeze([3, 1, 2, 9, 4]);
  median(samples);
  medianInterval(samples);
  outliers(samples);
  assert.deepEqual(samples, [3, 1, 2, 9, 4]);
});

test('the median agrees with simple-statistics', () => {
  const random = noisy(seeded(1), 0.3);
  for (let count = 1; count <= 60; count++) {
    const samples = Array.from({ length: count }, random);
    assert.equal(median(samples), oracleMedian(samples), `${count} samples`);
  }
});

test('the lower median is one of the items', () => {
  const value = (text: string) => text.length;
  assert.equal(lowerMedian(['three', 'a', 'no'], value), 'no');
  assert.equal(lowerMedian(['three', 'a', 'no', 'four'], value), 'no');
  assert.equal(lowerMedian([], value), undefined);
});

test('the spread is the distance from the median to the further end of its interval', () => {
  assert.equal(spreadOf(4, { low: 3, high: 4.5 }), 0.25);
  assert.equal(spreadOf(4, { low: 3.5, high: 6 }), 0.5);
  assert.equal(spreadOf(4, { low: 4, high: 4 }), 0);
});

test('without samples there is no median', () => {
  assert.throws(() => median([]), RangeError);
  assert.throws(() => medianInterval([]), RangeError);
});

test('below five samples the interval is the range and has no coverage', () => {
  assert.deepEqual(medianInterval([3]), { low: 3, high: 3 });
  assert.deepEqual(medianInterval([3, 1]), { low: 1, high: 3 });
  assert.deepEqual(medianInterval([4, 3, 1, 2]), { low: 1, high: 4 });
});

test('five samples give the whole range and 93.75 %', () => {
  assert.deepEqual(medianInterval([5, 3, 1, 4, 2]), { low: 1, high: 5, coverage: 0.9375 });
});

/** Ranks and coverages from published tables of distribution-free intervals. */
const published = [
  [6, 1, '0.9688'],
  [7, 1, '0.9844'],
  [8, 1, '0.9922'],
  [9, 2, '0.9609'],
  [10, 2, '0.9785'],
  [15, 4, '0.9648'],
  [20, 6, '0.9586'],
  [25, 8, '0.9567'],
  [30, 10, '0.9572'],
] as const;

for (const [count, rank, printed] of published) {
  test(`${count} samples cover ${printed} between rank ${rank} from below and from above`, () => {
    const { low, high, coverage } = medianInterval(ranks(count));
    assert.deepEqual([low, high], [rank, count + 1 - rank]);
    assert.equal(coverage?.toFixed(4), printed);
  });
}

test('coverages that are short binary fractions are exact', () => {
  assert.equal(medianInterval(ranks(6)).coverage, 0.96875);
  assert.equal(medianInterval(ranks(10)).coverage, 0.978515625);
});

test('rank and coverage of 5 to 30 samples are those of the exact binomial sums', () => {
  for (let count = 5; count <= 30; count++) {
    const rank = exactRank(count);
    const { low, high, coverage } = medianInterval(ranks(count));
    assert.deepEqual([low, high], [rank, count + 1 - rank], `${count} samples`);
    // 2^30 outcomes fit into a double, so dividing by a power of two is exact.
    assert.ok(
      Math.abs((coverage ?? 0) - Number(coveredOutcomes(count)[rank - 1]) / 2 ** count) < 1e-12,
      `${count} samples: ${coverage}`,
    );
  }
});

test('a thousand samples are not too many', () => {
  const { low, high, coverage = 0 } = medianInterval(ranks(1000));
  assert.deepEqual([low, high], [exactRank(1000), 1001 - exactRank(1000)]);
  assert.ok(coverage >= 0.95 && coverage < 0.96, `${coverage}`);
});

test('the interval of noisy samples holds a true median of 1 as often as it says', (t) => {
  const random = noisy(seeded(2), 0.1);
  const rounds = 10_000;
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const { low, high } = medianInterval(Array.from({ length: 5 }, random));
    held += low <= 1 && 1 <= high ? 1 : 0;
  }

  t.diagnostic(`coverage ${held / rounds}, 0.9375 by theory`);
  assert.ok(Math.abs(held / rounds - 0.9375) < 0.01, `${held / rounds}`);
});

test('a sample far from the others is an outlier, given by its index', () => {
  assert.deepEqual(outliers([10, 11, 50, 9, 10.5]), [2]);
  assert.deepEqual(outliers([10, 11, 0.1, 9, 10.5]), [2]);
  assert.deepEqual(outliers([90, 11, 10, 9, 10.5, -70]), [0, 5]);
});

test('an outlier begins above a modified z-score of 3.5', () => {
  // Median 10, median absolute deviation 1: the limit is 10 + 3.5 · 1.4826 = 15.1891.
  assert.deepEqual(outliers([8, 9, 10, 11, 15.189]), []);
  assert.deepEqual(outliers([8, 9, 10, 11, 15.1892]), [4]);
});

test('fewer than five samples have no outliers', () => {
  assert.deepEqual(outliers([10, 10.1, 9.9, 5000]), []);
  assert.deepEqual(outliers([]), []);
});

test('if most samples are equal, every other one is an outlier', () => {
  assert.deepEqual(outliers([5, 5, 5, 5, 5.001]), [4]);
  assert.deepEqual(outliers([5, 5, 5, 5, 5]), []);
});

test('outliers are those of the median absolute deviation that simple-statistics finds', () => {
  const random = noisy(seeded(3), 0.8);
  let found = 0;
  for (let count = 5; count <= 60; count++) {
    const samples = Array.from({ length: count }, random);
    const limit = 3.5 * 1.4826 * medianAbsoluteDeviation(samples);
    const expected = [...samples.keys()].filter(
      (index) => Math.abs(samples[index]! - oracleMedian(samples)) > limit,
    );
    found += expected.length;
    assert.deepEqual(outliers(samples), expected, `${count} samples`);
  }

  assert.ok(found > 20, 'the samples have outliers to find');
});
