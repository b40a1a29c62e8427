import { accountsOf } from '../figures/budget.ts';
import { taskTime } from '../../plan/calibration.ts';
import type { Evidence, Rule } from './cause.ts';
import { greatest, least, timeIn } from '../../profile/span-times.ts';
import { count, counted, ratio } from '../../text/format.ts';
import { partOf, shareOf } from '../figures/parts.ts';
import { rangeOf } from '../../plan/settings.ts';
import type { Milliseconds } from '../../units.ts';

// Causes that another number of tasks or another size fixes.

/** In ms, so that times in one sentence compare at a glance; below a tenth in µs. */
const milliseconds = (time: Milliseconds): string =>
  time > 0 && time < 0.1 ? `${ratio(time * 1000)} µs` : `${ratio(time)} ms`;

/** Mean duration of a task in the pass. */
const taskLength = ({ pass }: Evidence): Milliseconds =>
  timeIn(pass.spans) / Math.max(1, pass.spans.count);

/** Advice aims at this share for a loss that does not grow with the number of tasks. */
const smallLoss = 0.02;

const tasksFor = ({ plan: { tasks }, workers, budget }: Evidence, loss: Milliseconds): number => {
  const wanted = (tasks * shareOf(loss, budget)) / smallLoss;
  return Math.ceil(wanted / workers) * workers;
};

/** Tasks run in waves, one per worker; the last wave is not full. */
export const tooFewTasks: Rule = ({ plan: { tasks }, workers }) => {
  const waves = Math.ceil(tasks / workers);
  const places = waves * workers;
  const empty = places - tasks;
  if (empty === 0) {
    return undefined;
  }

  const leave = `with ${counted(tasks, 'task')} for ${workers} workers, ${empty} of them ${empty === 1 ? 'gets' : 'get'} none`;
  const when = waves === 1 ? '' : ` in the last of ${waves} turns`;
  return {
    code: 'too-few-tasks',
    because: `${leave}${when}`,
    next: `Try ${count(places)} tasks, ${waves === 1 ? 'one' : waves} for each worker`,
  };
};

/** The workers finish at different times, but less than two tasks apart. */
export const longTasks: Rule = (evidence, loss) => {
  const { pass, workers } = evidence;
  const ends = accountsOf(pass.spans).map(({ end }) => end);
  const apart = greatest(ends) - least(ends);
  const length = taskLength(evidence);
  return workers > 1 && apart > 0 && apart < 2 * length
    ? {
        code: 'long-tasks',
        because: `the first worker to finish waits ${milliseconds(apart)} for the last one, and a task takes ${milliseconds(length)}`,
        next: `Try ${count(tasksFor(evidence, loss))} tasks, or shorter ones`,
      }
    : undefined;
};

/** A gap is negligible if a task takes this many times as long. */
const enoughTimes = 20;

/** Fetching the next task never takes this long: longer gaps have other causes. */
const longestGap: Milliseconds = 1;

/** The sizes that the setup screen steps through: 1, 2, 5, 10, … */
const sizes = Array.from({ length: 8 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power));

/** Mean time from the end of a task to the start of the worker's next one. */
function gapOf({ pass: { spans } }: Evidence): Milliseconds {
  const accounts = accountsOf(spans);
  const pauses = spans.count - accounts.length;
  return pauses > 0 ? accounts.reduce((sum, { gaps }) => sum + gaps, 0) / pauses : 0;
}

/** Handing a task out takes longer than the task itself. `local` pays that as well, so no loss may show it. */
export const isMostlyHandingOut = (evidence: Evidence): boolean =>
  taskLength(evidence) < gapOf(evidence);

/** Tasks take hardly longer than fetching the next one. */
export const shortTasks: Rule = (evidence) => {
  const { plan, calibration } = evidence;
  const [length, gap] = [taskLength(evidence), gapOf(evidence)];
  if (gap <= 0 || gap > longestGap || length >= enoughTimes * gap) {
    return undefined;
  }

  const { most } = rangeOf('size', plan.workload);
  const larger = sizes
    .flat()
    .find(
      (size) =>
        calibration &&
        size <= most &&
        size > plan.size &&
        taskTime(calibration, size) >= enoughTimes * gap,
    );
  return {
    code: 'short-tasks',
    because: `a task takes ${milliseconds(length)}, but handing out the next one takes ${milliseconds(gap)}`,
    next:
      larger === undefined
        ? 'Use longer tasks: try a larger size'
        : `Use longer tasks: at a size of ${count(larger)} one takes ${milliseconds(taskTime(calibration!, larger))}`,
  };
};

/** The start-up cost is fixed, so it weighs less in a longer pass. */
export const shortPass: Rule = (evidence) => {
  const { pass, budget, workers } = evidence;
  const begins = accountsOf(pass.spans).map(({ begin }) => begin);
  const last = greatest(begins);
  return last > 0
    ? {
        code: 'short-pass',
        because:
          workers === 1
            ? `the first task began after ${milliseconds(last)} of ${milliseconds(pass.wall)}`
            : `the last of ${counted(begins.length, 'worker')} began after ${milliseconds(last)} of ${milliseconds(pass.wall)}`,
        next: `Try ${count(tasksFor(evidence, partOf(budget, 'handing out')))} tasks, or a larger size`,
      }
    : undefined;
};
