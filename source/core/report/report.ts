import type { Machine } from '../machine/machine.ts';
import type { ReportCase } from './figures/report-case.ts';
import type { ReportPass } from './figures/report-pass.ts';
import type { ReportPlan } from './figures/report-plan.ts';
import type { ReportVerdict } from './figures/report-verdict.ts';
import type { Advice } from './losses/advice.ts';
import type { Cost } from './trust/trust.ts';
import type { TrustLine } from './trust/trust-lines.ts';
import type { Warning } from './warnings.ts';

/** A profile in its printed form: every output is made from it. Unknown fields are left out. */
export type Report = {
  /** Rises when a field changes its meaning. */
  readonly version: 2;
  readonly fibtui: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** False after an interruption. */
  readonly finished: boolean;
  readonly machine: Machine;
  readonly plan: ReportPlan;
  /** Runs the same plan again: quoted for a POSIX shell, without credentials. */
  readonly command: string;
  readonly cases: readonly ReportCase[];
  readonly passes: readonly ReportPass[];
  readonly verdict: ReportVerdict;
  /** Where the rest went, in the order of the cases. */
  readonly advice: readonly Advice[];
  readonly warnings: readonly Warning[];
  /** How far the numbers can be trusted; empty if no conditions were sampled. */
  readonly trust: readonly TrustLine[];
  readonly cost?: Cost;
};
