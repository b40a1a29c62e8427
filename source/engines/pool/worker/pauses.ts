import { performance, PerformanceObserver } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { now } from '../../system/now.ts';
import type { Pause } from './orders.ts';

/**
 * Notes when this thread stands still for garbage collection. V8 tells of a collection while it happens, and Node
 * passes that on when the thread has nothing else to do: so it is asked for after a pass, not after every task.
 */
export function watchPauses(): () => Promise<readonly Pause[]> {
  // The thread may be held up between the two clocks: of three readings the one with the least in between.
  const ahead = Math.max(...Array.from({ length: 3 }, () => now() - performance.now()));
  let pauses: Pause[] = [];
  const note = (entries: readonly PerformanceEntry[]) => {
    for (const { startTime, duration } of entries) {
      pauses.push({ start: startTime + ahead, end: startTime + duration + ahead });
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  return async () => {
    // In the first turn of the event loop V8's word comes to Node, in the second one to the observer.
    await setImmediate();
    await setImmediate();
    note(observer.takeRecords());
    const told = pauses;
    pauses = [];
    return told;
  };
}
