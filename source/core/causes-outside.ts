import { leastPart, type Rule } from './cause.ts';
import { busyClock, clockFallText } from './clock-fall.ts';
import { disturbances, type Disturbance } from './disturbance.ts';
import { counted, duration, ratio } from './format.ts';
import type { FinishedReportPass } from './report.ts';

/** What lies around the tasks: other processes, the hypervisor, the quota, the clock, fibtui's own threads. */

const disturbed =
  (kind: Disturbance, nextOf: (...evidence: Parameters<Rule>) => string): Rule =>
  (evidence, loss) => {
    const { conditions } = evidence.pass;
    const time = conditions?.[kind];
    if (!conditions || time === undefined || time <= 0 || time < leastPart * loss) {
      return undefined;
    }

    const because = `${disturbances[kind].text(duration(time))}, ${cpus(time / conditions.during)}`;
    return { code: disturbances[kind].code, because, next: nextOf(evidence, loss), took: time };
  };

const cpus = (number: number): string =>
  number < 0.995 ? `${ratio(number)} of a CPU` : `${ratio(number)} CPUs`;

const quieter = 'Run it again on a quieter machine';

export const otherLoad = disturbed('others', () => quieter);

/** Nobody tells who it was; but workers that have a CPU each wait only where others run on these. */
export const contended: Rule = ({ workers, machine: { usable }, pass, local }) =>
  workers > usable.count
    ? undefined
    : {
        code: 'other-load',
        because: `${counted(workers, 'worker')} on ${counted(usable.count, 'CPU')} had to share with others: a task waited ${waitingTime(pass)} for its CPU, ${waitingTime(local)} on local`,
        next: quieter,
        guess: true,
      };

const waitingTime = ({ spans }: FinishedReportPass): string =>
  duration(spans.reduce((sum, { waiting = 0 }) => sum + waiting, 0) / spans.length);

export const stolen = disturbed('stolen', () => 'Run it again when the machine below is quieter');

export const throttled = disturbed('throttled', ({ workers, machine: { usable } }) =>
  workers > usable.count
    ? `Try ${counted(usable.count, 'worker')}, or a larger quota`
    : 'Try a larger quota, or fewer workers',
);

export const crowded: Rule = ({ workers, machine: { usable } }) =>
  workers > usable.count
    ? {
        code: 'more-workers-than-cpus',
        because: `${workers} workers take turns on ${counted(usable.count, 'CPU')}`,
        next: `Try ${counted(usable.count, 'worker')}`,
      }
    : undefined;

/** The one CPU of `local` has the fastest clock. */
export const clockFell: Rule = ({ workers, machine, pass, local, budget }, loss) => {
  const before = local.conditions && busyClock(local.conditions, 1, machine);
  const after = pass.conditions && busyClock(pass.conditions, workers, machine);
  if (before === undefined || after === undefined) {
    return undefined;
  }

  const because = clockFallText(before, after);
  const cost = (before / after - 1) * budget.useful;
  return because === undefined || cost < leastPart * loss
    ? undefined
    : {
        code: 'clock-fell',
        because,
        next: 'Try fewer workers: the fewer cores are busy, the faster their clock',
      };
};

/** Threads of fibtui beside its workers: the one that hands out the tasks, and those in which V8 collects garbage. */
export const ownThreads: Rule = ({ pass, plan }, loss) => {
  const own = pass.conditions?.own;
  const inTasks = pass.spans.reduce((total, { onCpu = Number.NaN }) => total + onCpu, 0);
  const beside = own === undefined ? Number.NaN : own - inTasks;
  if (!(beside > 0 && beside >= leastPart * loss)) {
    return undefined;
  }

  const time = duration(beside);
  return plan.workload === 'bigint'
    ? {
        code: 'own-threads',
        because: `beside the tasks V8 took ${time} of CPU time, most of it for their garbage`,
        took: beside,
        next: 'Try list, which computes the same without garbage',
      }
    : {
        code: 'own-threads',
        because: `beside the tasks fibtui itself took ${time} of CPU time`,
        took: beside,
        next: 'Try a larger size: the longer a task, the less there is to hand out',
      };
};
