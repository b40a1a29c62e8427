import type { Milliseconds } from '../units.ts';
import type { WorkloadName } from './workload.ts';

/** How long one task takes on this machine: T(n) = a + b·n + c·n², all three at least 0, and how far that is off. */
export type Calibration = {
  readonly workload: WorkloadName;
  readonly a: Milliseconds;
  readonly b: Milliseconds;
  readonly c: Milliseconds;
  /** What was measured, from the smallest size up: caches make steps that no parabola has. Absent in older run files. */
  readonly steps?: readonly CalibrationSample[];
  /** From one task's end to the next one's start on the same worker. Absent in older run files. */
  readonly gap?: Milliseconds;
};

export type CalibrationSample = { readonly n: number; readonly duration: Milliseconds };

/** What a calibration has measured: single tasks, and the gaps between two of one worker. */
export type CalibrationTimes = {
  readonly samples: readonly CalibrationSample[];
  readonly gaps: readonly Milliseconds[];
};

/** T(n): the forecast of one task of n terms on an idle CPU. */
export const taskTime = (calibration: Calibration, n: number): Milliseconds =>
  law(calibration, n) * stepAt(calibration, n);

type Law = Pick<Calibration, 'a' | 'b' | 'c'>;

const law = ({ a, b, c }: Law, n: number): Milliseconds => a + b * n + c * n * n;

/** What was measured over what the law says: between two sizes in proportion to log n, beyond them as at the last one. */
function stepAt({ steps = [], ...calibration }: Calibration, n: number): number {
  const next = steps.findIndex((step) => step.n >= n);
  const above = steps[next] ?? steps.at(-1);
  const below = steps[next - 1] ?? above;
  if (!above || !below) {
    return 1;
  }

  const [low, high] = [factor(calibration, below), factor(calibration, above)];
  const place = above.n > below.n ? Math.log(n / below.n) / Math.log(above.n / below.n) : 0;
  return low + (high - low) * place;
}

function factor(calibration: Law, { n, duration }: CalibrationSample): number {
  const usual = law(calibration, n);
  return usual > 0 ? duration / usual : 1;
}
