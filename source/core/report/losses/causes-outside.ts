import { workloads } from '../../plan/workload.ts';
import { capacityOf, cpusText } from '../../machine/capacity.ts';
import { leastPart, type Evidence, type Rule } from './cause.ts';
import { busyClock, clockFallText } from '../../machine/clock-fall.ts';
import { interferences, timeTaken, type Interference } from '../trust/interference.ts';
import { leastNoted } from '../trust/trust-lines.ts';
import { counted, duration, ratio } from '../../text/format.ts';
import { timeIn, totalOf } from '../../profile/span-times.ts';
import type { UsableCpus } from '../../machine/machine.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { Milliseconds } from '../../units.ts';

// Causes outside the tasks: other processes, the hypervisor, the quota, the clock, fibtui's own threads.

const interferenceRule =
  (kind: Interference, nextOf: (...evidence: Parameters<Rule>) => string): Rule =>
  (evidence, loss) => {
    const { conditions } = evidence.pass;
    const time = conditions && timeTaken(conditions, kind);
    if (!time || harmfulTime(kind, time, evidence) < leastPart * loss) {
      return undefined;
    }

    const share = time / (conditions.during * evidence.machine.usable.affinity);
    if (kind !== 'throttled' && share < leastNoted[kind]) {
      return undefined;
    }

    const { code, text, summed } = interferences[kind];
    const cpus = cpusText(evidence.machine.usable.affinity);
    const of = summed ? `, ${ratio(time / conditions.during)} of ${cpus}` : '';
    return { code, because: text(duration(time)) + of, next: nextOf(evidence, loss), took: time };
  };

/** Load from other processes on CPUs that the workers leave free does no harm. */
function harmfulTime(kind: Interference, time: Milliseconds, { workers, machine, pass }: Evidence) {
  const free = Math.max(0, machine.usable.affinity - workers) * (pass.conditions?.during ?? 0);
  return kind === 'others' ? time - free : time;
}

const quieter = 'Run again on a quieter machine';

export const otherLoad = interferenceRule('others', () => quieter);

/** No counter names the culprit, but workers with a CPU each wait only if others run there too. */
export const contention: Rule = ({ workers, machine: { usable }, pass, local }) =>
  workers > capacityOf(usable) || isQuiet(pass, usable)
    ? undefined
    : {
        code: 'other-load',
        because: `other programs competed for the CPUs: a task waited ${waitingTime(pass)} for one (${waitingTime(local)} on local)`,
        next: quieter,
        guess: true,
      };

/** Whether the counters show that next to nothing else ran. */
function isQuiet({ conditions }: ReportPass<'finished'>, { affinity }: UsableCpus): boolean {
  const others = conditions && timeTaken(conditions, 'others');
  return others !== undefined && others < leastNoted.others * conditions!.during * affinity;
}

const waitingTime = ({ spans }: ReportPass<'finished'>): string =>
  duration(totalOf(spans, 'waiting') / spans.count);

export const steal = interferenceRule('stolen', () => 'Run again when the host is less busy');

export const throttling = interferenceRule('throttled', ({ workers, machine: { usable } }) => {
  const enough = enoughWorkers(usable);
  return workers > enough
    ? `Try ${counted(enough, 'worker')}, or a larger quota`
    : 'Try a larger quota';
});

/** The fewest workers that use the whole capacity. */
const enoughWorkers = (usable: UsableCpus): number => Math.ceil(capacityOf(usable));

export const crowding: Rule = ({ workers, machine: { usable } }) => {
  const [room, enough] = [capacityOf(usable), enoughWorkers(usable)];
  if (workers === 1 || workers <= room) {
    return undefined;
  }

  return {
    code: 'more-workers-than-cpus',
    because: Number.isInteger(room)
      ? `${workers} workers take turns on ${cpusText(room)}`
      : `${workers} workers share a quota of ${cpusText(room)}`,
    next: workers > enough ? `Try ${counted(enough, 'worker')}` : 'Try a larger quota',
  };
};

/** Compared with `local`, whose single CPU runs at the highest clock. */
export const slowerClock: Rule = ({ workers, machine, pass, local }, loss) => {
  const before = local.conditions && busyClock(local.conditions, 1, machine);
  const after = pass.conditions && busyClock(pass.conditions, workers, machine);
  if (before === undefined || after === undefined) {
    return undefined;
  }

  const because = clockFallText(before, after);
  const cost = (before / after - 1) * timeIn(local.spans);
  return because === undefined || cost < leastPart * loss
    ? undefined
    : {
        code: 'clock-fell',
        because,
        next: 'Try fewer workers: with fewer busy cores the clock is faster, but the run may take longer',
      };
};

/** fibtui's other threads: the one that hands out tasks, and those that collect V8's garbage. */
export const ownThreads: Rule = ({ pass, plan }, loss) => {
  const own = pass.conditions?.own;
  const inTasks = totalOf(pass.spans, 'onCpu');
  const beside = own === undefined ? Number.NaN : own - inTasks;
  if (!(beside > 0 && beside >= leastPart * loss)) {
    return undefined;
  }

  const time = duration(beside);
  return workloads[plan.workload].onHeap
    ? {
        code: 'garbage-collection',
        because: `V8 took another ${time} of CPU time, mostly to collect garbage`,
        took: beside,
        next: 'Try list, which computes the same without garbage',
      }
    : {
        code: 'own-threads',
        because: `handing out the tasks took fibtui ${time} of CPU time`,
        took: beside,
        next: 'Use longer tasks: try a larger size, so that there is less to hand out',
      };
};
