import type { Timing } from './budget.ts';
import { byWorker, timeIn } from '../../profile/span-times.ts';
import type { Share } from '../../units.ts';

/**
 * Parallel efficiency as a product of four factors. Sources: POP Centre of Excellence, "POP Standard Metrics for Parallel
 * Performance Analysis" (global efficiency = computation scaling × load balance × communication efficiency, here called
 * orchestration); Rosas, Giménez & Labarta, "Scalability Prediction for Fundamental Performance Factors", 2014. Those
 * three are over time inside tasks; the fourth is what local itself spends outside of them.
 */
export type Pop = {
  /** L / (P · W). */
  readonly efficiency: Share;
  /** T₁ / ΣU: below 1 the same tasks took longer side by side. */
  readonly computationScaling: number;
  /** Mean U / max U over all workers: below 1 some computed less than others. */
  readonly loadBalance: Share;
  /** Max U / W: below 1 even the busiest worker had pauses. */
  readonly orchestration: Share;
  /** L / T₁: above 1 the local pass had pauses as well. */
  readonly localOverhead: number;
};

/** Undefined if no task took measurable time. */
export function popOf(pass: Timing, workers: number, local: Timing): Pop | undefined {
  const [total, useful, busy] = [workers * pass.wall, timeIn(local.spans), timeIn(pass.spans)];
  if (total <= 0 || busy <= 0 || useful <= 0) {
    return undefined;
  }

  const { start, end } = pass.spans;
  const most = [...byWorker(pass.spans).values()].reduce((longest, tasks) => {
    const took = tasks.reduce((sum, task) => sum + (end[task]! - start[task]!), 0);
    return Math.max(longest, took);
  }, 0);
  return {
    efficiency: local.wall / total,
    computationScaling: useful / busy,
    loadBalance: busy / workers / most,
    orchestration: most / pass.wall,
    localOverhead: local.wall / useful,
  };
}
