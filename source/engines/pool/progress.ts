import type { Observe, WorkerSample } from '../../core/profile/event.ts';
import type { Case } from '../../core/plan/plan.ts';
import { samplePeriod } from '../../core/sample-period.ts';
import { readWorker, type Board } from './board.ts';
import type { Crew } from './crew.ts';
import { cpuOfThread } from './thread-state.ts';

/** Samples the workers of a pass while it runs. */
export function watchProgress(crew: Crew, planned: Case, observe: Observe) {
  let workers: readonly WorkerSample[] = [];
  const sample = () => {
    workers = sampleWorkers(crew.board, planned, workers);
    observe({ type: 'workers-sampled', workers });
  };
  const timer = setInterval(sample, samplePeriod);
  return { sample, stop: () => clearInterval(timer) };
}

/**
 * A worker's bar is its share of the pass: finished tasks plus the share of the running one, divided by tasks per
 * worker. It is never above 1 and never below the sample `before`.
 */
export function sampleWorkers(
  board: Board,
  { tasks, workers }: Pick<Case, 'tasks' | 'workers'>,
  before: readonly WorkerSample[],
): readonly WorkerSample[] {
  return Array.from({ length: workers }, (_, worker) => {
    const reading = readWorker(board, worker);
    const share = Math.min(1, ((reading.tasks + reading.share) * workers) / tasks);
    const cpu = reading.thread === 0 ? undefined : cpuOfThread(reading.thread);
    return {
      share: Math.max(share, before[worker]?.share ?? 0),
      tasks: reading.tasks,
      ...(cpu === undefined ? {} : { cpu }),
      ...(reading.time ? { time: reading.time } : {}),
    };
  });
}
