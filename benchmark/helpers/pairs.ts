import { median, medianInterval, type Interval } from '../../source/core/statistics.ts';

/** One measurement of each arm, taken in direct succession. */
export type PairOf<Measured> = { readonly ours: Measured; readonly other: Measured };

export type Pair = PairOf<number>;

/** Median of the paired ratios ours / other, with its interval. */
export type Ratio = Interval & { readonly value: number; readonly pairs: number };

export function ratioOf(pairs: readonly Pair[]): Ratio {
  const ratios = pairs.map(({ ours, other }) => ours / other);
  return { value: median(ratios), pairs: pairs.length, ...medianInterval(ratios) };
}

type Measure<Measured> = () => Promise<Measured> | Measured;

/**
 * Measures both arms alternately and changes their order from pair to pair, so that slow drift of the machine affects
 * both equally. The first `warmUps` pairs are dropped.
 */
export async function interleave<Measured = number>(
  { runs, warmUps }: { readonly runs: number; readonly warmUps: number },
  ours: Measure<Measured>,
  other: Measure<Measured>,
): Promise<readonly PairOf<Measured>[]> {
  const pairs: PairOf<Measured>[] = [];
  for (let run = -warmUps; run < runs; run++) {
    const first = run % 2 === 0 ? await ours() : await other();
    const second = run % 2 === 0 ? await other() : await ours();
    if (run >= 0) {
      pairs.push(run % 2 === 0 ? { ours: first, other: second } : { ours: second, other: first });
    }
  }

  return pairs;
}

/** Medians of the two arms. */
export const mediansOf = (pairs: readonly Pair[]): Pair => ({
  ours: median(pairs.map(({ ours }) => ours)),
  other: median(pairs.map(({ other }) => other)),
});
