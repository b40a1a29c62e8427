import type { CpuLoad, OtherLoad } from '../../core/machine/machine.ts';
import type { Observe } from '../../core/profile/event.ts';
import type { Milliseconds, Share } from '../../core/units.ts';
import type { System } from '../system.ts';
import { readCpuTimes, type CpuTimes } from './cpu-times.ts';
import { readUse, useBetween, type UseReading } from './cpu-use.ts';

export const loadPeriod: Milliseconds = 500;

/** Samples that the load of other programs spans: over a single one, an error of one tick (10 ms) is 2 %. */
export const otherLoadSamples = 6;

export type LoadWatchOptions = { readonly system: System; readonly observe: Observe };

/** Reports every 500 ms how busy the CPUs were since the last report. Returns a function that stops it. */
export function watchLoad({ system, observe }: LoadWatchOptions): () => void {
  let before = readCpuTimes(system);
  let uses: readonly UseReading[] = [readUse(system, before)];
  const sample = () => {
    const after = readCpuTimes(system);
    const load = loadBetween(before, after);
    const use = readUse(system, after);
    const otherLoad = otherLoadBetween(uses[0]!, use);
    before = after;
    uses = [...uses, use].slice(-otherLoadSamples);
    // Without time between two samples the last report still holds.
    if (load.length > 0) {
      observe({ type: 'load-sampled', load, ...(otherLoad ? { otherLoad } : {}) });
    }
  };

  const timer = setInterval(sample, loadPeriod).unref();
  return () => clearInterval(timer);
}

function otherLoadBetween(before: UseReading, after: UseReading): OtherLoad | undefined {
  const use = useBetween(before, after);
  return (
    use && {
      others: use.others / use.capacity,
      ...(use.stolen === undefined ? {} : { stolen: use.stolen / use.capacity }),
    }
  );
}

/** The load of every CPU between two samples, without CPUs that are missing in one or have no time between them. */
export function loadBetween(
  before: readonly CpuTimes[],
  after: readonly CpuTimes[],
): readonly CpuLoad[] {
  const earlier = new Map(before.map((times) => [times.cpu, times]));
  return after.flatMap((now) => {
    const then = earlier.get(now.cpu);
    return then && now.total > then.total ? [loadOf(then, now)] : [];
  });
}

function loadOf(then: CpuTimes, now: CpuTimes): CpuLoad {
  const passed = now.total - then.total;
  const busy = share(1 - (now.idle - then.idle) / passed);
  return then.steal === undefined || now.steal === undefined
    ? { cpu: now.cpu, busy }
    : { cpu: now.cpu, busy, steal: share((now.steal - then.steal) / passed) };
}

// The kernel's idle times occasionally run backwards.
function share(value: number): Share {
  return Math.min(1, Math.max(0, value));
}
