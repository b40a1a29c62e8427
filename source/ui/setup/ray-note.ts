import { takes } from '../../core/plan/engines.ts';
import { elapsed, counted } from '../../core/text/format.ts';
import type { Cluster } from '../../core/plan/ray.ts';
import { ownHead } from '../../core/plan/settings.ts';
import type { Form } from './form-state.ts';
import type { PlanView } from './plan-view.ts';

/** The status of Ray, from the longest wording to the shortest. */
export function rayNote({ form, ray, now }: PlanView): readonly string[] {
  if (form.field === 'address' && form.typed !== undefined) {
    return ['an address like http://HOST:8265, or local', 'http://HOST:8265, or local'];
  }

  switch (ray.type) {
    case 'off':
      return offNote(form);
    case 'sought':
      return soughtNote(form, ray.since === undefined ? undefined : elapsed(now - ray.since));
    case 'reached':
      return clusterTexts(ray.cluster);
    case 'missed':
      return ['! not reached'];
  }
}

function offNote({ settings, field }: Form): readonly string[] {
  if (!takes('ray', settings.workload)) {
    return [`off: ${settings.workload} does not exist on Ray`, `not for ${settings.workload}`];
  }

  const off = field === 'address' ? 'off: space switches it on' : 'off: press a, then space';
  return [`${off}; from ${settings.ray.from}`, off, 'off'];
}

function soughtNote({ settings }: Form, waited: string | undefined): readonly string[] {
  const own = settings.ray.at === ownHead;
  if (waited === undefined) {
    return own ? ['starting Ray here, in its turn'] : ['asking it'];
  }

  const what = own ? 'starting Ray here' : 'asking it';
  return [`${what}, ${waited}`, what, 'asking'];
}

/** A cluster's version, nodes, CPUs and authentication, from all of them to the most important one. */
export function clusterTexts(cluster: Cluster): readonly string[] {
  const version = `Ray ${cluster.version}`;
  const cpus = counted(cluster.cpus, 'CPU');
  const nodes = counted(cluster.nodes.length, 'node');
  const token = cluster.authentication === 'token' ? 'token' : 'no token';
  // A cluster that lists no nodes has not reported its CPUs either.
  const sizes = cluster.nodes.length > 0 ? [nodes, cpus] : ['nodes n/a'];
  return [
    [version, ...sizes, token],
    [version, ...sizes],
    [version, ...sizes.slice(-1)],
    [cluster.version, ...sizes.slice(-1)],
    sizes.slice(-1),
  ].map((parts) => parts.join(', '));
}
