import { byWorker } from '../../core/profile/span-times.ts';
import type { Spans } from '../../core/profile/spans.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Crew } from './crew.ts';
import type { Pause } from './worker/orders.ts';

/** How long each task of a pass was paused for garbage collection; undefined if unknown. */
export async function collectionTimes(
  crew: Crew,
  spans: Spans,
  passStart: Milliseconds,
): Promise<Float64Array | undefined> {
  try {
    const answers = await Promise.all(
      Array.from({ length: crew.workers }, async () => crew.carryOut({ type: 'pauses' })),
    );
    const pauses = answers.flatMap((answer) =>
      answer.type === 'paused'
        ? [[answer.worker, answer.pauses.map((pause) => since(passStart, pause))] as const]
        : [],
    );
    return pauses.length === crew.workers ? collectionTimesIn(spans, new Map(pauses)) : undefined;
  } catch {
    // A worker died, but only after all tasks were done: the pass counts, without these times.
    return undefined;
  }
}

const since = (passStart: Milliseconds, { start, end }: Pause): Pause => ({
  start: start - passStart,
  end: end - passStart,
});

/** How long the worker of each task paused during it. `pauses` are in order, by worker. */
export function collectionTimesIn(
  spans: Spans,
  pauses: ReadonlyMap<number, readonly Pause[]>,
): Float64Array {
  const times = new Float64Array(spans.count);
  for (const [worker, tasks] of byWorker(spans)) {
    const own = pauses.get(worker) ?? [];
    let next = 0;
    for (const task of tasks) {
      const [start, end] = [spans.start[task]!, spans.end[task]!];
      for (; next < own.length && own[next]!.start < end; next++) {
        const { start: from, end: to } = own[next]!;
        times[task]! += Math.max(0, Math.min(to, end) - Math.max(from, start));
      }
    }
  }

  return times;
}
