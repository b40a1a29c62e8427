import { workloads } from '../../core/plan/workload.ts';
import { openSpans } from '../../core/profile/build-spans.ts';
import type { PassOutcome } from '../../core/profile/pass.ts';
import type { Observe } from '../../core/profile/event.ts';
import type { Case } from '../../core/plan/plan.ts';
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
  const open = openSpans(planned.tasks);
  startPass(crew.board, crew.workers);
  const progress = watchProgress(crew, planned, observe);
  try {
    return await withCancellation(crew, signal, async (cancel) => {
      const started = now();
      const put = (reply: TaskReply) => open.put(reply.task, reply, started);
      await allTasks(crew, planned, { put, stop: cancel });
      const wall = now() - started;
      progress.sample();
      const spans = open.spans();
      const collecting = workloads[crew.workload].onHeap
        ? await collectionTimes(crew, spans, started)
        : undefined;
      return {
        status: 'finished',
        wall,
        spans: { ...spans, ...(collecting ? { collecting } : {}) },
      };
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

type RunningPass = { readonly put: (reply: TaskReply) => void; readonly stop: () => void };

/** Runs all tasks. When one fails, stops the others and throws the first error. */
async function allTasks(
  crew: Crew,
  { tasks, size }: Case,
  { put, stop }: RunningPass,
): Promise<void> {
  let first: { readonly error: unknown } | undefined;
  let given = 0;
  const keepGiving = async () => {
    while (given < tasks && !first) {
      const task = given++;
      try {
        put(await runTask(crew, { type: 'task', task, size }));
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
