import type { Observe } from '../../core/profile/event.ts';
import type { OtherLoad } from '../../core/machine/machine.ts';
import type { Milliseconds } from '../../core/units.ts';
import { readUse, useBetween, type UseReading } from './cpu-use.ts';
import { readCpuTimes } from './cpu-times.ts';
import { loadBetween } from './load.ts';
import type { System } from '../system.ts';

const period: Milliseconds = 500;

/** Over so many samples it is told who else computes: over one, a hundredth of a second too much is 2 %. */
const samples = 6;

/** Tells every 500 ms how busy the CPUs were since the last time, until the returned function is called. */
export function watchLoad({
  system,
  observe,
}: {
  readonly system: System;
  readonly observe: Observe;
}): () => void {
  let before = readCpuTimes(system);
  let uses: readonly UseReading[] = [readUse(system, before)];
  const sample = () => {
    const after = readCpuTimes(system);
    const load = loadBetween(before, after);
    const use = readUse(system, after);
    const otherLoad = otherLoadBetween(uses[0]!, use);
    before = after;
    uses = [...uses, use].slice(-samples);
    // Two samples of the same moment say nothing: what was told last still holds.
    if (load.length > 0) {
      observe({ type: 'load-sampled', load, ...(otherLoad ? { otherLoad } : {}) });
    }
  };

  const timer = setInterval(sample, period).unref();
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
