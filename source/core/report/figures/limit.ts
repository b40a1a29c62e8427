import { capacityOverLocal, cpusText } from '../../machine/capacity.ts';
import type { Machine } from '../../machine/machine.ts';
import { fastCpus } from '../../machine/machine-text.ts';
import type { Case } from '../../plan/plan.ts';
import { counted, shortDecimal } from '../../text/format.ts';
import { exceeded, mostOf } from './scores.ts';
import { makesFactor, type Outcome, type Speedup } from './speedup.ts';

/** What the CPUs can give. */
export type CpuRoom = {
  /** CPU time that all workers together can get, in CPUs; unrounded, as of a quota of 1.5. */
  readonly cpus: number;
  /** How many of these CPUs are as fast as the one that `local` runs on. */
  readonly fast: number;
};

export const roomOf = (machine: Pick<Machine, 'usable' | 'kinds'>): CpuRoom => ({
  cpus: capacityOverLocal(machine.usable),
  fast: fastCpus(machine),
});

type Named = Pick<Case, 'engine' | 'workers' | 'tasks'>;
type Pair = { readonly case: Named; readonly over: Named };

/** The most that the workers can give, and why that is less than their number. */
export type Limit = { readonly times: number; readonly reason?: string };

/** Undefined on Ray: its workers compute in another language, so that their number limits nothing. */
export function limitOf(pair: Pair, room: CpuRoom): Limit | undefined {
  const times = mostOf(pair, room.cpus);
  const reason = reasonOf(pair.case, room);
  return times === undefined ? undefined : { times, ...(reason === undefined ? {} : { reason }) };
}

/** Outcomes that name the speed-up; only there can it stand above the limit. */
const withValue: ReadonlySet<Outcome> = new Set(['faster', 'slower', 'too-few-rounds']);

/** Whether a speed-up that is named is above the limit. A single round names none. */
export const isBeyond = (
  { value, outcome, pairs }: Pick<Speedup, 'value' | 'outcome' | 'pairs'>,
  limit: Limit | undefined,
): boolean =>
  withValue.has(outcome) && makesFactor({ pairs }) && exceeded(value, limit?.times) !== undefined;

/** A speed-up above the limit did not come from the workers. */
export const beyondText = (workers: number): string =>
  `more than ${counted(workers, 'worker')} can give`;

/** "the limit is 3.5 times". */
export const limitText = ({ times }: Limit): string =>
  times === 1 ? 'no gain is possible' : `the limit is ${shortDecimal(times)} times`;

/** Undefined where every worker counts. */
function reasonOf({ workers, tasks }: Named, { cpus, fast }: CpuRoom): string | undefined {
  if (workers === 1) {
    return undefined;
  }

  if (tasks < Math.min(workers, cpus)) {
    return `only ${counted(tasks, 'task')} for ${workers} workers`;
  }

  if (workers > cpus) {
    return `${workers} workers share ${cpusText(cpus)}`;
  }

  if (tasks % workers > 0) {
    return `${counted(tasks, 'task')} do not divide by ${workers} workers`;
  }

  return workers > fast ? `only ${fast} of ${workers} workers get a fast core` : undefined;
}
