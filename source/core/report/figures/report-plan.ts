import type { CpusWaited } from '../../plan/ray.ts';
import type { TasksFrom } from '../../plan/plan.ts';
import type { Check, Waited } from '../../plan/settings.ts';
import type { WorkloadName } from '../../plan/workload.ts';
import type { Milliseconds } from '../../units.ts';

export type ReportPlan = {
  readonly workload: WorkloadName;
  readonly size: number;
  readonly tasks: number;
  readonly tasksFrom: TasksFrom;
  readonly rounds: number;
  /** Ids of the cases, round by round. */
  readonly order: readonly (readonly string[])[];
  /** From building a case's pool to its first answer, by case. */
  readonly coldStart: Readonly<Record<string, Milliseconds>>;
  /** Present if it was run to explain another plan's loss. */
  readonly checks?: Check;
  /** Present if its start waited for a quiet machine. */
  readonly waited?: Waited;
  /** Present if its start waited for CPUs of a cluster. */
  readonly cpusWaited?: CpusWaited;
};
