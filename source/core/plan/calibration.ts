import type { Milliseconds } from '../units.ts';
import type { Cost, WorkloadName } from './workload.ts';

/** How long one task takes on this machine: T(n) = a + b·n + c·n², all three at least 0, corrected by `steps`. */
export type Calibration = {
  readonly workload: WorkloadName;
  readonly a: Milliseconds;
  readonly b: Milliseconds;
  readonly c: Milliseconds;
  /** The measured times by ascending size: caches cause steps that no parabola has. Absent in older run files. */
  readonly steps?: readonly CalibrationSample[];
  /** From the end of a task to the start of the next on the same worker. Absent in older run files. */
  readonly gap?: Milliseconds;
};

export type CalibrationSample = { readonly n: number; readonly duration: Milliseconds };

/** Measured times of single tasks, and gaps between two tasks of one worker. */
export type CalibrationTimes = {
  readonly samples: readonly CalibrationSample[];
  readonly gaps: readonly Milliseconds[];
};

/** T(n): the forecast of one task of n terms on an idle CPU. */
export const taskTime = (calibration: Calibration, n: number): Milliseconds =>
  law(calibration, n) * correctionAt(calibration, n);

/** a + b·n + c·n². */
export const law = ({ a, b, c }: Cost, n: number): Milliseconds => a + b * n + c * n * n;

/** Measured time over the law's time: interpolated over log n, and constant outside the measured sizes. */
function correctionAt({ steps = [], ...calibration }: Calibration, n: number): number {
  const next = steps.findIndex((step) => step.n >= n);
  const above = steps[next] ?? steps.at(-1);
  const below = steps[next - 1] ?? above;
  if (!above || !below) {
    return 1;
  }

  const [low, high] = [correction(calibration, below), correction(calibration, above)];
  const place = above.n > below.n ? Math.log(n / below.n) / Math.log(above.n / below.n) : 0;
  return low + (high - low) * place;
}

function correction(calibration: Cost, { n, duration }: CalibrationSample): number {
  const expected = law(calibration, n);
  return expected > 0 ? duration / expected : 1;
}
