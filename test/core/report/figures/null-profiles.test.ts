import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speedup, type Speedup } from '../../../../source/core/report/figures/speedup.ts';
import { noisy, seeded } from '../../../helpers/numbers/random.ts';

const profiles = 10_000;

type Made = {
  readonly rounds: number;
  readonly wall: () => number;
  /** Common to both cases of a round. */
  readonly drift?: () => number;
  /** How many times as fast the second case is. */
  readonly truth?: number;
};

/** A comparison of two made-up cases. */
function compared({ rounds, wall, drift = () => 1, truth = 1 }: Made): Speedup {
  const walls = Array.from({ length: rounds }, (_, round) => {
    const common = drift();
    return [round + 1, truth * common * wall(), common * wall()] as const;
  });
  return speedup(
    new Map(walls.map(([round, one]) => [round, one])),
    new Map(walls.map(([round, , other]) => [round, other])),
  )!;
}

/** Share of 10,000 made-up comparisons. */
function share(made: Made, counts: (found: Speedup) => boolean): number {
  const found = Array.from({ length: profiles }, () => compared(made));
  return found.filter(counts).length / profiles;
}

const isWin = ({ outcome }: Speedup): boolean => outcome === 'faster' || outcome === 'slower';

const drifts = {
  'on a steady machine': () => undefined,
  'on a machine that drifts by 20 % from round to round': (random: () => number) =>
    noisy(random, 0.2),
} as const;

/** With 10,000 profiles a share of 2 % varies by 0.14 %. */
const slack = 0.006;

for (const [rounds, mostWins] of [
  [5, 0.065],
  [10, 0.025],
] as const) {
  for (const noise of [0.02, 0.05, 0.1]) {
    for (const [where, driftOf] of Object.entries(drifts)) {
      const made = (seed: number, truth = 1): Made => {
        const random = seeded(seed);
        const drift = driftOf(random);
        return { rounds, wall: noisy(random, noise), truth, ...(drift ? { drift } : {}) };
      };
      const what = `${rounds} rounds at ${noise * 100} % noise ${where}`;

      test(`${what}: of 10,000 pairs of equal cases at most ${mostWins * 100} % have a winner`, (t) => {
        const rate = share(made(rounds), isWin);
        t.diagnostic(`${(rate * 100).toFixed(2)} % have a winner`);
        assert.ok(rate <= mostWins, `${rate}`);
      });

      test(`${what}: the interval contains the true speed-up as often as it says`, (t) => {
        const truth = 1.7;
        const nominal = compared(made(1)).coverage!;
        const rate = share(
          made(100 + rounds, truth),
          ({ low, high }) => low <= truth && truth <= high,
        );
        t.diagnostic(
          `${(rate * 100).toFixed(2)} % contain it, ${(nominal * 100).toFixed(2)} % nominal`,
        );
        assert.ok(Math.abs(rate - nominal) <= slack, `${rate} for ${nominal}`);
      });

      for (const truth of [1.06, 1 / 1.06]) {
        test(`${what}: two cases of which one is ${truth.toFixed(2)} times as fast are the same no more often than the coverage allows`, (t) => {
          const nominal = 1 - compared(made(1)).coverage!;
          const rate = share(made(200 + rounds, truth), ({ outcome }) => outcome === 'same');
          t.diagnostic(`${(rate * 100).toFixed(2)} % the same`);
          assert.ok(rate <= nominal, `${rate}`);
        });
      }
    }
  }
}

test('below five rounds nobody ever wins', () => {
  assert.equal(share({ rounds: 4, wall: noisy(seeded(4), 0.5) }, isWin), 0);
});

test('a case that is 20 % faster is found in most profiles at 2 % noise', (t) => {
  const made = { rounds: 5, wall: noisy(seeded(6), 0.02), truth: 1.2 };
  const rate = share(made, ({ outcome }) => outcome === 'faster');
  t.diagnostic(`${(rate * 100).toFixed(2)} % found`);
  assert.ok(rate > 0.99, `${rate}`);
});
