import { accountsOf, timeIn } from '../figures/budget.ts';
import { taskTime } from '../../plan/calibration.ts';
import type { Evidence, Rule } from './cause.ts';
import { count, counted, finePercent, ratio } from '../../text/format.ts';
import { shareOf } from '../figures/losses.ts';
import { rangeOf } from '../../plan/settings.ts';
import type { Milliseconds } from '../../units.ts';

/** What another number of tasks, or another size, would mend. */

/** Time in the unit of its neighbours, however short it is. */
const briefly = (time: Milliseconds): string => `${ratio(time)} ms`;

/** Mean duration of a task in the pass. */
const taskLength = ({ pass }: Evidence): Milliseconds =>
  timeIn(pass.spans) / Math.max(1, pass.spans.length);

/** As many tasks as make a loss that does not grow with them this small. */
const smallLoss = 0.02;

const tasksFor = ({ plan: { tasks }, workers, budget }: Evidence, loss: Milliseconds): number => {
  const wanted = (tasks * shareOf(loss, budget)) / smallLoss;
  return Math.ceil(wanted / workers) * workers;
};

/** Tasks come in waves of one for every worker, and the last wave is not full. */
export const tooFewTasks: Rule = (evidence) => {
  const { plan, workers, budget } = evidence;
  const { tasks } = plan;
  const waves = Math.ceil(tasks / workers);
  const places = waves * workers;
  const empty = places - tasks;
  if (empty * taskLength(evidence) < budget.idle / 2) {
    return undefined;
  }

  const leave = `${counted(tasks, 'task')} for ${workers} workers ${tasks === 1 ? 'leaves' : 'leave'} ${empty} of them without any`;
  const when = waves === 1 ? '' : ` in the last of ${waves} waves`;
  return {
    code: 'too-few-tasks',
    because: `${leave}${when}, ${finePercent(empty / places)} of all places`,
    next: `Try ${count(places)} tasks, ${waves === 1 ? 'one' : waves} for every worker`,
  };
};

/** The workers end apart from each other by no more than a long task. */
export const longTasks: Rule = (evidence, loss) => {
  if (tooFewTasks(evidence, loss)) {
    return undefined;
  }

  const { pass, budget, workers } = evidence;
  const ends = accountsOf(pass.spans).map(({ end }) => end);
  const apart = Math.max(...ends) - Math.min(...ends);
  const length = taskLength(evidence);
  return workers > 1 && apart > 0 && apart < 2 * length
    ? {
        code: 'long-tasks',
        because: `the first worker without a task waits ${briefly(apart)} for the last one, and a task takes ${briefly(length)}`,
        next: `Try ${count(tasksFor(evidence, budget.idle))} tasks, or shorter ones`,
      }
    : undefined;
};

/** A gap is short beside a task that takes so many times as long. */
const enoughTimes = 20;

/** A longer gap than it takes to get an order comes from something else. */
const longestGap: Milliseconds = 1;

/** Steps of the size as the setup screen has them: 1, 2, 5. */
const sizes = Array.from({ length: 8 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power));

/** Tasks that take hardly longer than it takes to get the next one. */
export const shortTasks: Rule = (evidence) => {
  const { plan, pass, budget, workers, calibration } = evidence;
  const pauses = pass.spans.length - Math.min(workers, pass.spans.length);
  const gap = pauses > 0 ? budget.gaps / pauses : 0;
  const length = taskLength(evidence);
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
    because: `a task takes ${briefly(length)}, too short for its dispatch: the next one begins ${briefly(gap)} later`,
    next:
      larger === undefined
        ? 'Try a larger size'
        : `Try a size of ${count(larger)}: a task takes ${briefly(taskTime(calibration!, larger))} there`,
  };
};

/** What the start takes once, a longer pass does not feel. */
export const shortPass: Rule = (evidence) => {
  const { pass, budget, workers } = evidence;
  const begins = accountsOf(pass.spans).map(({ begin }) => begin);
  const last = Math.max(...begins);
  return last > 0
    ? {
        code: 'short-pass',
        because:
          workers === 1
            ? `the first task began ${briefly(last)} into the pass, which takes ${briefly(pass.wall)}`
            : `the last of ${counted(begins.length, 'worker')} began ${briefly(last)} into the pass, which takes ${briefly(pass.wall)}`,
        next: `Try ${count(tasksFor(evidence, budget.dispatch))} tasks, or a larger size`,
      }
    : undefined;
};
