import type { Cluster } from '../../../source/core/plan/ray.ts';
import {
  defaultSettings,
  ownHead,
  type RayTarget,
  type Settings,
} from '../../../source/core/plan/settings.ts';
import type { ClusterState } from '../../../source/core/profile/state.ts';

export const target: RayTarget = { at: 'http://10.0.0.7:8265', from: '--ray' };

export const ownTarget: RayTarget = { at: ownHead, from: '--ray' };

export const withRay = (given: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  engines: ['local', 'pool', 'ray'],
  ray: target,
  ...given,
});

/** Two nodes with two CPUs each, without a token. */
export const clusterWith = (given: Partial<Cluster> = {}): Cluster => ({
  address: target.at,
  version: '2.60.0',
  authentication: 'disabled',
  nodes: [
    { name: 'ray-head', cpus: 2, head: true },
    { name: 'ray-worker-1', cpus: 2, head: false },
  ],
  cpus: 4,
  here: false,
  remarks: [],
  ...given,
});

export const ownCluster = clusterWith({
  address: 'http://127.0.0.1:28465',
  authentication: 'token',
  nodes: [{ name: '127.0.0.1', cpus: 2, head: true }],
  cpus: 2,
  here: true,
});

/** Its token travels over plain HTTP. */
export const exposedCluster = clusterWith({
  authentication: 'token',
  remarks: [
    'the token from ~/.ray/auth_token goes over plain http, where it can be read on the way',
  ],
});

export const sought: ClusterState = { target, status: 'sought', since: 1000 };

export const reached = (cluster: Cluster = clusterWith()): ClusterState => ({
  target: cluster.here ? ownTarget : target,
  status: 'reached',
  cluster,
});

export const missed: ClusterState = {
  target,
  status: 'missed',
  failure: {
    code: 'ray-unreachable',
    message: `No Ray dashboard at ${target.at} (from ${target.from}): nothing listens there.`,
    hint: 'Start one with `ray start --head`, or reach it with `kubectl port-forward svc/…-head-svc 8265`; its port is usually 8265.',
  },
};
