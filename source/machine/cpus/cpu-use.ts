import type { Milliseconds } from '../../core/units.ts';
import { readCpuTimes, type CpuTimes } from './cpu-times.ts';
import type { System } from '../system.ts';
import { allowedCpus } from './usable-cpus.ts';

/** A reading of the CPUs that this process may use. */
export type UseReading = {
  readonly times: readonly CpuTimes[];
  /** CPU time of this process. */
  readonly own: Milliseconds;
};

export type CpuUse = {
  /** CPU time that was available in all. */
  readonly capacity: Milliseconds;
  readonly others: Milliseconds;
  readonly stolen?: Milliseconds;
};

/** Reads the current use; pass `times` if they were read just now. */
export function readUse(system: System, times = readCpuTimes(system)): UseReading {
  const allowed = new Set(allowedCpus(system));
  return { times: times.filter(({ cpu }) => allowed.has(cpu)), own: system.processTime() };
}

export const ownBetween = (before: UseReading, after: UseReading): Milliseconds =>
  Math.max(0, after.own - before.own);

/**
 * CPU time of other processes between two readings; undefined if no time passed. The kernel counts a CPU's time in
 * hundredths of a second but ours exactly, so the difference is coarse over short times and may be negative: 0 then.
 */
export function useBetween(before: UseReading, after: UseReading): CpuUse | undefined {
  const earlier = new Map(before.times.map((times) => [times.cpu, times]));
  const both = after.times.flatMap((now) => {
    const was = earlier.get(now.cpu);
    return was && now.total > was.total ? [{ was, now }] : [];
  });
  if (both.length === 0) {
    return undefined;
  }

  const sum = (part: (times: CpuTimes) => number) =>
    both.reduce((total, { was, now }) => total + Math.max(0, part(now) - part(was)), 0);
  const capacity = sum(({ total }) => total);
  const stolen = both.every(({ now }) => now.steal !== undefined)
    ? sum(({ steal = 0 }) => steal)
    : undefined;
  return {
    capacity,
    others: Math.max(
      0,
      capacity - sum(({ idle }) => idle) - (stolen ?? 0) - ownBetween(before, after),
    ),
    ...(stolen === undefined ? {} : { stolen }),
  };
}
