import { fcnnlsVector } from 'ml-fcnnls';
import type { Calibration, CalibrationSample, CalibrationTimes } from './calibration.ts';
import { median } from '../statistics.ts';
import type { WorkloadName } from './workload.ts';

/**
 * Fits T(n) to at least three sizes, all at least 1, by non-negative least squares on relative errors: microseconds
 * count as much as seconds, and no forecast can become negative.
 */
export function fitCalibration(
  workload: WorkloadName,
  { samples, gaps }: CalibrationTimes,
): Calibration {
  const rows = samples.map(({ n, duration }) => [1, n, n * n].map((term) => term / duration));
  const scales = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column] ?? 0)));
  const scaled = rows.map((row) => row.map((term, column) => term / (scales[column] ?? 1)));
  const found = fcnnlsVector(
    scaled,
    samples.map(() => 1),
  ).K.to1DArray();
  const [a = 0, b = 0, c = 0] = found.map((value, column) => value / (scales[column] ?? 1));
  // Interference can only lengthen a gap.
  const gap = gaps.length > 0 ? { gap: Math.min(...gaps) } : {};
  return { workload, a, b, c, steps: mediansOf(samples), ...gap };
}

/** One sample per size, by ascending size. */
function mediansOf(samples: readonly CalibrationSample[]): readonly CalibrationSample[] {
  const sizes = [...new Set(samples.map(({ n }) => n))].toSorted((one, other) => one - other);
  return sizes.map((n) => ({
    n,
    duration: median(samples.filter((sample) => sample.n === n).map(({ duration }) => duration)),
  }));
}
