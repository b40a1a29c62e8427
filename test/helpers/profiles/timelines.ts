import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import type { PassOutcome, Span } from '../../../source/core/profile/pass.ts';
import type { Case } from '../../../source/core/plan/plan.ts';

const answer = expectedAnswer('list', 1000);

/** A task of a worker from one time to another, and what is told of it. */
export const spanWith = (
  worker: number,
  [start, end]: readonly [start: number, end: number],
  given: Partial<Span> = {},
): Span => ({ task: 0, worker, start, end, ...answer, ...given });

/** Where the time of a task went: nine tenths on a CPU, and the rest waiting but for a fiftieth. */
const split = (took: number) => ({
  onCpu: 0.9 * took,
  waiting: 0.08 * took,
  blocked: 0.02 * took,
});

/**
 * A pass whose worker k starts its first task after (k + 1) hundredths of the wall and does them one after another, a
 * two-hundredth of the wall between two; the last tenth of the wall nobody does anything.
 */
export function rampedPass({ workers, tasks }: Case, wall: number): PassOutcome {
  const each = Math.ceil(tasks / workers);
  const spans = Array.from({ length: tasks }, (_, task) => {
    const worker = task % workers;
    const first = (((worker % 16) + 1) / 100) * wall;
    const stride = (0.9 * wall - first) / each;
    const start = first + Math.floor(task / workers) * stride;
    const end = start + stride - wall / 200;
    return spanWith(worker, [start, end], { task, ...split(end - start) });
  });
  return { status: 'finished', wall, spans };
}
