import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Span } from '../../../source/core/profile/span.ts';
import type { Case } from '../../../source/core/plan/plan.ts';

const answer = expectedAnswer('list', 1000);

/** A worker's task from `start` to `end`. */
export const spanWith = (
  worker: number,
  [start, end]: readonly [start: number, end: number],
  given: Partial<Span> = {},
): Span => ({ task: 0, worker, start, end, ...answer, ...given });

/** Where the time of a task went: 90 % on a CPU, 8 % waiting, 2 % blocked. */
const split = (took: number) => ({
  onCpu: 0.9 * took,
  waiting: 0.08 * took,
  blocked: 0.02 * took,
});

/**
 * Worker k starts its first task after (k + 1) % of the wall. Between two tasks it pauses for 0.5 %, and the last 10 %
 * are idle.
 */
export function rampedPass({ workers, tasks }: Case, wall: number): PassOutcome {
  const each = Math.ceil(tasks / workers);
  const ramped = Array.from({ length: tasks }, (_, task) => {
    const worker = task % workers;
    const first = (((worker % 16) + 1) / 100) * wall;
    const stride = (0.9 * wall - first) / each;
    const start = first + Math.floor(task / workers) * stride;
    const end = start + stride - wall / 200;
    return spanWith(worker, [start, end], { task, ...split(end - start) });
  });
  return { status: 'finished', wall, spans: spansOf(ramped) };
}
