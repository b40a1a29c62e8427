import type { Budget } from '../figures/parts.ts';
import type { Calibration } from '../../plan/calibration.ts';
import type { CauseCode } from '../figures/cause-code.ts';
import type { Machine } from '../../machine/machine.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { ReportPlan } from '../figures/report-plan.ts';
import type { Milliseconds, Share } from '../../units.ts';
import type { WorkloadName } from '../../plan/workload.ts';

/** Everything known about a loss: the budget of a case, the two passes behind it, and where they ran. */
export type Evidence = {
  readonly machine: Pick<Machine, 'cores' | 'kinds' | 'threads' | 'usable'>;
  readonly plan: Pick<ReportPlan, 'workload' | 'size' | 'tasks' | 'checks'>;
  readonly workers: number;
  readonly budget: Budget;
  readonly pass: ReportPass<'finished'>;
  /** The same tasks one after another, in the same round. */
  readonly local: ReportPass<'finished'>;
  readonly calibration?: Calibration;
};

export type Cause = {
  readonly code: CauseCode;
  /** A clause with the numbers behind it. */
  readonly because: string;
  /** The thing to try next: a sentence without its full stop. */
  readonly next: string;
  /** CPU time that it took, if that is measured. */
  readonly took?: Milliseconds;
  /** Named only if no counter shows another cause. */
  readonly guess?: true;
  /** Running the same plan with this workload proves or refutes it. */
  readonly check?: WorkloadName;
};

/** Returns one possible cause of a loss (in core time) if the evidence supports it. */
export type Rule = (evidence: Evidence, loss: Milliseconds) => Cause | undefined;

/** A cause must explain at least this part of a loss or a delay. */
export const leastPart: Share = 0.25;
