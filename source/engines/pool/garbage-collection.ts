import type { Milliseconds } from '../../core/units.ts';
import type { Crew } from './crew.ts';
import type { Pause, TaskReply } from './worker/orders.ts';

type Timed = Pick<TaskReply, 'task' | 'worker' | 'start' | 'end'>;

/** How long each task stood still for garbage collection, by its number; undefined where that is not known. */
export async function collectionTimes(
  crew: Crew,
  replies: readonly Timed[],
): Promise<ReadonlyMap<number, Milliseconds> | undefined> {
  try {
    const asked = Array.from({ length: crew.workers }, async () =>
      crew.carryOut({ type: 'pauses' }),
    );
    const told = (await Promise.all(asked)).flatMap((reply) =>
      reply.type === 'paused' ? [[reply.worker, reply.pauses] as const] : [],
    );
    return told.length === crew.workers ? collectionTimesIn(replies, new Map(told)) : undefined;
  } catch {
    // The tasks are all done: that their worker died afterwards costs them nothing else.
    return undefined;
  }
}

/** The part of every task in which its worker paused; `pauses` by worker, in their order. */
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
