import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speedup } from '../../../../source/core/report/figures/speedup.ts';
import { noisy, seeded } from '../../../helpers/numbers/random.ts';

const profiles = 10_000;

/** Share of profiles in which one of two equal cases wins. */
function falseWins(repeats: number, wall: () => number, drift: () => number = () => 1): number {
  let wins = 0;
  for (let profile = 0; profile < profiles; profile++) {
    const rounds = Array.from({ length: repeats }, (_, round) => {
      const common = drift();
      return [round + 1, common * wall(), common * wall()] as const;
    });
    const found = speedup(
      new Map(rounds.map(([round, one]) => [round, one])),
      new Map(rounds.map(([round, , other]) => [round, other])),
    );
    wins += found?.outcome === 'faster' || found?.outcome === 'slower' ? 1 : 0;
  }

  return wins / profiles;
}

for (const [repeats, most] of [
  [5, 0.065],
  [10, 0.05],
] as const) {
  for (const noise of [0.02, 0.05, 0.1]) {
    test(`of 10,000 profiles of equal cases at ${noise * 100} % noise and ${repeats} repeats at most ${most * 100} % name a winner`, (t) => {
      const rate = falseWins(repeats, noisy(seeded(repeats), noise));
      t.diagnostic(`${(rate * 100).toFixed(2)} % named a winner`);
      assert.ok(rate <= most, `${rate}`);
    });
  }
}

test('a machine that drifts by 20 % from round to round makes no winner of equal cases', (t) => {
  const random = seeded(20);
  const rate = falseWins(5, noisy(random, 0.05), noisy(random, 0.2));
  t.diagnostic(`${(rate * 100).toFixed(2)} % named a winner`);
  assert.ok(rate <= 0.065, `${rate}`);
});

test('below five repeats nobody ever wins', () => {
  assert.equal(falseWins(4, noisy(seeded(4), 0.5)), 0);
});

test('a case that is 20 % faster is found in most profiles at 2 % noise', (t) => {
  const wall = noisy(seeded(6), 0.02);
  let found = 0;
  for (let profile = 0; profile < 1000; profile++) {
    const draw = (mean: number) => new Map([1, 2, 3, 4, 5].map((round) => [round, mean * wall()]));
    found += speedup(draw(1.2), draw(1))?.outcome === 'faster' ? 1 : 0;
  }

  t.diagnostic(`${found} of 1000 found`);
  assert.ok(found > 990, `${found}`);
});
