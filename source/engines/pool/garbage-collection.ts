import type { Milliseconds } from '../../core/units.ts';
import type { Crew } from './crew.ts';
import type { Pause, TaskReply } from './worker/orders.ts';

type Timed = Pick<TaskReply, 'task' | 'worker' | 'start' | 'end'>;

/** How long each task was paused for garbage collection, by its number; undefined if unknown. */
export async function collectionTimes(
  crew: Crew,
  replies: readonly Timed[],
): Promise<ReadonlyMap<number, Milliseconds> | undefined> {
  try {
    const answers = await Promise.all(
      Array.from({ length: crew.workers }, async () => crew.carryOut({ type: 'pauses' })),
    );
    const pauses = answers.flatMap((answer) =>
      answer.type === 'paused' ? [[answer.worker, answer.pauses] as const] : [],
    );
    return pauses.length === crew.workers ? collectionTimesIn(replies, new Map(pauses)) : undefined;
  } catch {
    // A worker died, but only after all tasks were done: the pass counts, without these times.
    return undefined;
  }
}

/** How long the worker of each task paused during it. `pauses` are in order, by worker. */
export function collectionTimesIn(
  replies: readonly Timed[],
  pauses: ReadonlyMap<number, readonly Pause[]>,
): ReadonlyMap<number, Milliseconds> {
  const next = new Map<number, number>();
  const times = new Map<number, Milliseconds>();
  for (const { task, worker, start, end } of replies.toSorted((a, b) => a.start - b.start)) {
    const own = pauses.get(worker) ?? [];
    let index = next.get(worker) ?? 0;
    let time = 0;
    for (; index < own.length && own[index]!.start < end; index++) {
      const { start: from, end: to } = own[index]!;
      time += Math.max(0, Math.min(to, end) - Math.max(from, start));
    }

    next.set(worker, index);
    times.set(task, time);
  }

  return times;
}
