import type { Failure } from '../../core/failure.ts';
import { count } from '../../core/text/format.ts';
import { batchOf, type Plan } from '../../core/plan/plan.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';

const hint = 'Quit it, and start fibtui to have that here.';

export const untimed = (workload: WorkloadName): Failure => ({
  code: 'not-recorded',
  message: `This demo is recorded, and nobody timed ${workload} then.`,
  hint,
});

export const unreached: Failure = {
  code: 'not-recorded',
  message: 'This demo is recorded, and asks no cluster.',
  hint,
};

export const notRecorded = (plans: readonly Plan[]): Failure => ({
  code: 'not-recorded',
  message: `This demo is recorded, with n ${plans.map((plan) => count(batchOf(plan).size)).join(' and ')}, as they were set up.`,
  hint,
});
