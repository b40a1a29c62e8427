import type { Budget } from '../figures/budget.ts';
import type { Calibration } from '../../plan/calibration.ts';
import type { CauseCode } from '../figures/cause-code.ts';
import type { Machine } from '../../machine/machine.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { ReportPlan } from '../figures/report-plan.ts';
import type { Milliseconds, Share } from '../../units.ts';
import type { WorkloadName } from '../../plan/workload.ts';

/** What is known of a loss: the budget of a case, the passes that it is made of, and where they ran. */
export type Evidence = {
  readonly machine: Pick<Machine, 'cores' | 'threads' | 'usable'>;
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
  /** A clause with the numbers that it rests on. */
  readonly because: string;
  /** What to try: a sentence without its full stop. */
  readonly next: string;
  /** CPU time that it took; absent of what no time tells. */
  readonly took?: Milliseconds;
  /** Named only where no counter shows another. */
  readonly guess?: true;
  /** The same plan with this workload would prove or refute it. */
  readonly check?: WorkloadName;
};

/** Says whether a loss of so much core-time comes from one thing, as far as the evidence tells. */
export type Rule = (evidence: Evidence, loss: Milliseconds) => Cause | undefined;

/** What could not make up for this part of a loss, or of a delay, is no cause of it. */
export const leastPart: Share = 0.25;
