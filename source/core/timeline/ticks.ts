import type { Milliseconds } from '../units.ts';

/** Marks on a time axis, all multiples of a step of 1, 2 or 5 times a power of ten. */
export type Ticks = { readonly step: Milliseconds; readonly at: readonly Milliseconds[] };

/** The marks between two times, at least `least` apart. */
export function ticksBetween(from: Milliseconds, to: Milliseconds, least: Milliseconds): Ticks {
  const step = roundStep(least);
  const [first, last] = [Math.ceil(from / step - rounding), Math.floor(to / step + rounding)];
  const marks = Math.max(0, last - first + 1);
  return { step, at: Array.from({ length: marks }, (_, index) => (first + index) * step) };
}

/** The marks 1, 2 and 5 times a power of ten between two times, for a logarithmic axis. */
export function decadeTicks(from: Milliseconds, to: Milliseconds): readonly Milliseconds[] {
  const decades = Math.floor(Math.log10(to)) - Math.floor(Math.log10(from)) + 1;
  return Array.from({ length: decades }, (_, index) => Math.floor(Math.log10(from)) + index)
    .flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power))
    .filter((time) => time >= from * (1 - rounding) && time <= to * (1 + rounding));
}

/** Tolerance, as a share of a step: 0.3 is not exactly three times 0.1. */
const rounding = 1e-6;

/** The smallest of …, 1, 2, 5, 10, 20, … that is not below `least`. */
function roundStep(least: Milliseconds): Milliseconds {
  const decade = 10 ** Math.floor(Math.log10(least));
  return decade * ([1, 2, 5].find((step) => step * decade >= least * (1 - rounding)) ?? 10);
}
