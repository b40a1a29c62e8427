import type { Observe } from '../core/event.ts';
import { readCpuTimes } from './cpu-times.ts';
import { loadBetween } from './load.ts';
import type { System } from './system.ts';

/** Tells every 500 ms how busy the CPUs were since the last time, until the returned function is called. */
export function watchLoad({
  system,
  observe,
}: {
  readonly system: System;
  readonly observe: Observe;
}): () => void {
  let before = readCpuTimes(system);
  const sample = () => {
    const after = readCpuTimes(system);
    const load = loadBetween(before, after);
    before = after;
    // Two samples of the same moment say nothing: what was told last still holds.
    if (load.length > 0) {
      observe({ type: 'load-sampled', load });
    }
  };

  const timer = setInterval(sample, 500).unref();
  return () => clearInterval(timer);
}
