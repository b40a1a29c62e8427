import type { Milliseconds } from '../../source/core/units.ts';
import type { Cut } from '../../test/helpers/ray/cut-network.ts';

export type PlannedCut = {
  readonly how: Cut;
  readonly time: Milliseconds;
  /** Since the pass began. */
  readonly after: Milliseconds;
};

const times: readonly Milliseconds[] = [5000, 15_000, 60_000];
const ways: readonly Cut[] = ['refused', 'silent'];

/** Cuts of all lengths and both ways in turn, each at a random moment of a pass that takes `length`. */
export const cutFor = (index: number, length: Milliseconds, random: () => number): PlannedCut => ({
  time: times[index % times.length]!,
  how: ways[index % ways.length]!,
  after: random() * length,
});
