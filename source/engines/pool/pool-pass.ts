import { workloads } from '../../core/plan/workload.ts';
import type { PassOutcome, Span } from '../../core/profile/pass.ts';
import type { Observe } from '../../core/profile/event.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { Milliseconds } from '../../core/units.ts';
import { startPass } from './board.ts';
import { collectionTimes } from './garbage-collection.ts';
import { withCancellation } from './cancellation.ts';
import { now } from '../system/now.ts';
import type { Crew } from './crew.ts';
import { outcomeOfError } from './crew-failure.ts';
import { watchProgress } from './progress.ts';
import type { Order, TaskReply } from './worker/orders.ts';

export type PassWatcher = { readonly observe: Observe; readonly signal: AbortSignal };

/** Runs one pass on a warm crew. Its wall is the time from the first order to the last reply. */
export async function runPass(
  crew: Crew,
  planned: Case,
  { observe, signal }: PassWatcher,
): Promise<PassOutcome> {
  startPass(crew.board, crew.workers);
  const progress = watchProgress(crew, planned, observe);
  try {
    return await withCancellation(crew, signal, async (cancel) => {
      const started = now();
      const replies = await allTasks(crew, planned, cancel);
      const wall = now() - started;
      progress.sample();
      const collecting = workloads[crew.workload].onHeap
        ? await collectionTimes(crew, replies)
        : undefined;
      const spans = replies.map((reply) => spanOf(reply, started, collecting?.get(reply.task)));
      return { status: 'finished', wall, spans };
    });
  } catch (error) {
    return outcomeOfError(planned, error, signal);
  } finally {
    progress.stop();
  }
}

/**
 * Orders queued for each worker, enough that none waits for the next one. Queuing a million at once would block the
 * screen and the keys.
 */
const ordersAhead = 16;

/** The replies of all tasks, in order. When a task fails, stops the others and throws the first error. */
async function allTasks(
  crew: Crew,
  { tasks, size }: Case,
  stop: () => void,
): Promise<readonly TaskReply[]> {
  let first: { readonly error: unknown } | undefined;
  let given = 0;
  const replies: TaskReply[] = [];
  const keepGiving = async () => {
    while (given < tasks && !first) {
      const task = given++;
      try {
        replies[task] = await runTask(crew, { type: 'task', task, size });
      } catch (error) {
        first ??= { error };
        stop();
      }
    }
  };

  const lanes = Math.min(tasks, crew.workers * ordersAhead);
  await Promise.all(Array.from({ length: lanes }, keepGiving));
  if (first) {
    throw first.error;
  }

  return replies;
}

async function runTask(crew: Crew, order: Order): Promise<TaskReply> {
  const reply = await crew.carryOut(order);
  switch (reply.type) {
    case 'finished':
      return reply;
    case 'failed':
      throw new Error(reply.message);
    case 'stopped':
      throw new Error('it was stopped');
    case 'ready':
    case 'paused':
      throw new Error('it did not compute');
  }
}

function spanOf(
  reply: TaskReply,
  passStart: Milliseconds,
  collecting: Milliseconds | undefined,
): Span {
  const { type: _type, start, end, onCpu, waiting, ...rest } = reply;
  const blocked =
    onCpu === undefined || waiting === undefined ? {} : { blocked: end - start - onCpu - waiting };
  return {
    ...rest,
    start: start - passStart,
    end: end - passStart,
    ...(onCpu === undefined ? {} : { onCpu }),
    ...(waiting === undefined ? {} : { waiting }),
    ...blocked,
    ...(collecting === undefined ? {} : { collecting }),
  };
}
