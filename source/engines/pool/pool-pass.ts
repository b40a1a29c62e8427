import { workloads } from '../../core/plan/workload.ts';
import type { PassOutcome, Span } from '../../core/profile/pass.ts';
import type { Observe } from '../../core/profile/event.ts';
import type { PlannedPass } from '../../core/plan/plan.ts';
import type { Milliseconds } from '../../core/units.ts';
import { startPass } from './board.ts';
import { collectingTimes } from './collecting.ts';
import { braked } from './brake.ts';
import { now } from '../system/now.ts';
import type { Crew } from './crew.ts';
import { endOf } from './crew-failure.ts';
import { watchProgress } from './progress.ts';
import type { Order, TaskReply } from './worker/orders.ts';

/** Runs one pass on a warm crew. The clock runs from the first order to the last reply. */
export async function runPass(
  crew: Crew,
  pass: PlannedPass,
  observe: Observe,
  signal: AbortSignal,
): Promise<PassOutcome> {
  startPass(crew.board, crew.workers);
  const progress = watchProgress(crew, pass.case, observe);
  try {
    return await braked(crew, signal, async (brake) => {
      const started = now();
      const replies = await allTasks(crew, pass, brake.pull);
      const wall = now() - started;
      progress.sample();
      const collecting = workloads[crew.workload].onHeap
        ? await collectingTimes(crew, replies)
        : undefined;
      const spans = replies.map((reply) => spanOf(reply, started, collecting?.get(reply.task)));
      return { status: 'finished', wall, spans };
    });
  } catch (error) {
    return endOf(pass.case, error, signal);
  } finally {
    progress.stop();
  }
}

/**
 * Orders given out ahead for every worker: enough that none ever waits for its next one. All of them at once would
 * hold up the screen, and the keys, for as long as it takes to give out a million.
 */
const ordersAhead = 16;

/** Every task's reply in order; when one fails the rest is stopped, and the first error is thrown. */
async function allTasks(
  crew: Crew,
  { case: { tasks, size } }: PlannedPass,
  stop: () => void,
): Promise<readonly TaskReply[]> {
  let first: { readonly error: unknown } | undefined;
  let given = 0;
  const replies: TaskReply[] = [];
  const keepGiving = async () => {
    while (given < tasks && !first) {
      const task = given++;
      try {
        replies[task] = await finished(crew, { type: 'task', task, size });
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

async function finished(crew: Crew, order: Order): Promise<TaskReply> {
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
