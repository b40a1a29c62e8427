import { needsCluster } from '../../core/plan/engines.ts';
import type { Failure } from '../../core/failure.ts';
import type { Cluster } from '../../core/plan/ray.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';

/** What the setup screen knows of the cluster in its address field. */
export type RayStatus =
  | { readonly type: 'off' }
  /** `since` is absent until the cluster is asked. */
  | { readonly type: 'sought'; readonly since?: Milliseconds }
  | { readonly type: 'reached'; readonly cluster: Cluster }
  | { readonly type: 'missed'; readonly failure: Failure };

export function rayStatus({ cluster }: State, { engines, ray }: Settings): RayStatus {
  if (!needsCluster(engines)) {
    return { type: 'off' };
  }

  if (cluster?.target.at !== ray.at) {
    return { type: 'sought' };
  }

  switch (cluster.status) {
    case 'sought':
      return { type: 'sought', since: cluster.since };
    case 'reached':
      return { type: 'reached', cluster: cluster.cluster };
    case 'missed':
      return { type: 'missed', failure: cluster.failure };
  }
}
