import type { Milliseconds } from './units.ts';
import type { WorkloadName } from './workload.ts';

/** How long one task takes on this machine: T(n) = a + b·n + c·n², all three at least 0. */
export type Calibration = {
  readonly workload: WorkloadName;
  readonly a: Milliseconds;
  readonly b: Milliseconds;
  readonly c: Milliseconds;
};

export type CalibrationSample = { readonly n: number; readonly duration: Milliseconds };

/** T(n): the forecast of one task of n terms on an idle CPU. */
export const taskTime = ({ a, b, c }: Calibration, n: number): Milliseconds =>
  a + b * n + c * n * n;
