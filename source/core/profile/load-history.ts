import type { CpuLoad } from '../machine/machine.ts';
import type { Milliseconds } from '../units.ts';

/** The load of every CPU since the sample before. */
export type LoadSample = { readonly at: Milliseconds; readonly load: readonly CpuLoad[] };

/** Oldest first. */
export type LoadHistory = readonly LoadSample[];

/** As far back as any screen looks. */
export const historyLength: Milliseconds = 60_000;

/** Twice as many as a live session takes in that time: a recording from elsewhere may hold any number. */
const mostSamples = 240;

/** Adds a sample, and drops those that are too old. */
export const withLoadSample = (history: LoadHistory, sample: LoadSample): LoadHistory =>
  [...history.filter(({ at }) => at > sample.at - historyLength), sample].slice(-mostSamples);

const sums = new WeakMap<readonly CpuLoad[], number>();

/** How many CPUs a sample found busy: 1.5 if one was busy all the time and another half of it. */
export function busyCpus({ load }: Pick<LoadSample, 'load'>): number {
  const sum = sums.get(load) ?? load.reduce((busy, one) => busy + one.busy, 0);
  sums.set(load, sum);
  return sum;
}

/** How busy one CPU was; undefined if the sample does not have it. */
export const busyOf =
  (cpu: number) =>
  ({ load }: LoadSample): number | undefined =>
    (load[cpu]?.cpu === cpu ? load[cpu] : load.find((one) => one.cpu === cpu))?.busy;

/** A stretch of time in cells of the same length. A cell begins at a multiple of that length, so that its content stays when time goes on. */
export type TimeCells = {
  readonly length: Milliseconds;
  /** The number of the first cell, counted from the beginning of the session. */
  readonly first: number;
  readonly count: number;
};

/** The cells of the `last` milliseconds before `end`. */
export function timeCells(end: Milliseconds, last: Milliseconds, count: number): TimeCells {
  const length = last / Math.max(1, count);
  return { length, first: Math.ceil(end / length) - count, count };
}

/** The first sample covers this much, as all samples of a live session do. */
const usualPeriod: Milliseconds = 500;

/** The mean of a value over each cell, weighted by time; undefined where no sample covers the cell. */
export function meansOver(
  history: LoadHistory,
  { length, first, count }: TimeCells,
  valueOf: (sample: LoadSample) => number | undefined,
): ReadonlyArray<number | undefined> {
  const sums = Array.from({ length: count }, () => ({ covered: 0, value: 0 }));
  history.forEach((sample, index) => {
    const value = valueOf(sample);
    if (value === undefined) {
      return;
    }

    const from = Math.max(history[index - 1]?.at ?? sample.at - usualPeriod, first * length);
    const to = Math.min(sample.at, (first + count) * length);
    for (let cell = Math.floor(from / length); cell * length < to; cell++) {
      const covered = Math.min(to, (cell + 1) * length) - Math.max(from, cell * length);
      const sum = sums[cell - first];
      if (sum && covered > 0) {
        sum.covered += covered;
        sum.value += covered * value;
      }
    }
  });
  return sums.map(({ covered, value }) => (covered > 0 ? value / covered : undefined));
}
