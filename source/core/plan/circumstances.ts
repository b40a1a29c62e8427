import type { Calibration } from './calibration.ts';
import type { Case } from './plan.ts';
import type { ClusterNode } from './ray.ts';
import type { Settings } from './settings.ts';
import type { Milliseconds } from '../units.ts';

/** Everything outside the settings that a plan and its forecast depend on. */
export type Circumstances = {
  /** Usable CPUs. */
  readonly cpus: number;
  /** CPUs' worth of time that can be used; absent if that is `cpus`. */
  readonly capacity?: number;
  readonly calibration: Calibration;
  /** The cluster that was reached. */
  readonly cluster?: {
    /** Address of its target. */
    readonly at: string;
    readonly cpus: number;
    readonly here: boolean;
    readonly nodes?: readonly ClusterNode[];
  };
  readonly rayRun?: RayRun;
};

/** The cluster of the settings' target, if it was reached. */
export const clusterOf = (
  { ray }: Pick<Settings, 'ray'>,
  { cluster }: Pick<Circumstances, 'cluster'>,
): Circumstances['cluster'] => (cluster?.at === ray.at ? cluster : undefined);

/** The times of a finished pass on Ray: its span, and the rest of its wall. */
export type RayRun = {
  readonly case: Case;
  readonly span: Milliseconds;
  readonly overhead: Milliseconds;
};
