import { fcnnlsVector } from 'ml-fcnnls';
import type { Calibration, CalibrationSample } from './calibration.ts';
import type { WorkloadName } from './workload.ts';

/**
 * Fits T(n) to at least three sizes by non-negative least squares on relative errors, so that
 * microseconds count as much as seconds and no forecast can become negative.
 */
export function fitCalibration(
  workload: WorkloadName,
  samples: readonly CalibrationSample[],
): Calibration {
  const rows = samples.map(({ n, duration }) => [1, n, n * n].map((term) => term / duration));
  const scales = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column] ?? 0)));
  const scaled = rows.map((row) => row.map((term, column) => term / (scales[column] ?? 1)));
  const found = fcnnlsVector(
    scaled,
    samples.map(() => 1),
  ).K.to1DArray();
  const [a = 0, b = 0, c = 0] = found.map((value, column) => value / (scales[column] ?? 1));
  return { workload, a, b, c };
}
