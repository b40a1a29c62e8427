import type { WorkloadName } from '../../plan/workload.ts';
import type { CauseCode } from '../figures/cause-code.ts';
import type { LossName } from '../figures/losses.ts';

/** What to make of a case: its largest loss, where that comes from, and what to try next. */
export type Advice = {
  readonly case: string;
  readonly loss?: LossName;
  readonly causes: readonly CauseCode[];
  /** The same on the screen and in every output. */
  readonly sentence: string;
  /** The workload with which the same plan would tell whether the cause is the right one. */
  readonly check?: WorkloadName;
};
