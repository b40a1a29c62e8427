import { told } from '../core/failure.ts';
import type { Cluster } from '../core/plan/ray.ts';
import { extentText, placeText, soughtText } from '../core/plan/ray-text.ts';
import type { ClusterState } from '../core/profile/state.ts';

/** Where the cluster stands, for a reader of plain lines. */
export function clusterLines(state: ClusterState): readonly string[] {
  switch (state.status) {
    case 'sought':
      return [soughtText(state.target)];
    case 'reached':
      return [reachedLine(state.cluster), ...state.cluster.remarks.map((remark) => `! ${remark}`)];
    case 'missed':
      return [`! ${told(state.failure)}`];
  }
}

/** With the reminder of what will happen there, where that is not this machine. */
function reachedLine(cluster: Cluster): string {
  const extent = extentText(cluster);
  return [
    `Ray ${cluster.version} ${placeText(cluster)}`,
    ...(extent === undefined ? [] : [extent]),
    ...(cluster.here ? [] : ['this will run Python there']),
  ].join(': ');
}
