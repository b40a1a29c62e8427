import { performance, PerformanceObserver } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { now } from '../../system/now.ts';
import type { Pause } from './orders.ts';

/**
 * Records when this thread is paused for garbage collection; the returned function reports the pauses since its last
 * call. Node delivers them only when the thread is idle: ask after a pass, not after every task.
 */
export function watchPauses(): () => Promise<readonly Pause[]> {
  // A delay between reading the two clocks makes the offset too small: take the largest of three.
  const offset = Math.max(...Array.from({ length: 3 }, () => now() - performance.now()));
  let pauses: Pause[] = [];
  const add = (entries: readonly PerformanceEntry[]) => {
    for (const { startTime, duration } of entries) {
      pauses.push({ start: startTime + offset, end: startTime + duration + offset });
    }
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  return async () => {
    // V8's report reaches Node in the first turn of the event loop, and the observer in the second.
    await setImmediate();
    await setImmediate();
    add(observer.takeRecords());
    const recent = pauses;
    pauses = [];
    return recent;
  };
}
