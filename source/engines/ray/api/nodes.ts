import { EngineError } from '../../../core/failure.ts';
import type { Bytes } from '../../../core/units.ts';
import { count } from '../../../core/text/format.ts';
import { mostClusterCpus } from '../../../core/plan/ray.ts';
import { numberAt, parseJson, textAt, valueAt } from './answers.ts';
import { where, type Endpoint } from './endpoint.ts';
import type { Most } from './exchange.ts';

export type RayNode = {
  readonly id: string;
  readonly name: string;
  readonly ip: string;
  /** Logical CPUs as configured in Ray, unchecked; may be a fraction. */
  readonly cpus: number;
  readonly head: boolean;
  /** What Ray lets tasks use. */
  readonly memory?: Bytes;
};

/** A node takes about one kilobyte. */
export const nodesMost: Most = { bytes: 16_000_000, time: 30_000 };

/** The state API's maximum; it fails for more, and lists 100 without a limit. */
const mostNodes = 10_000;

export const nodesPath = `/api/v0/nodes?detail=true&limit=${mostNodes}`;

/** The nodes that are alive; undefined if the text is not a list of nodes. */
export function aliveNodes(text: string): readonly RayNode[] | undefined {
  const listed = valueAt(parseJson(text), 'data', 'result', 'result');
  return Array.isArray(listed)
    ? listed
        .filter((node) => textAt(node, 'state') === 'ALIVE')
        .map(nodeOf)
        .filter((node) => node !== undefined)
    : undefined;
}

/** The nodes; throws if no cluster can have them. */
export function possible(
  nodes: readonly RayNode[],
  endpoint: Pick<Endpoint, 'address'>,
): readonly RayNode[] {
  const what = impossible(nodes);
  if (what !== undefined) {
    throw new EngineError({
      code: impossibleCluster,
      message: `${where(endpoint)} reports what no cluster can have: ${what}.`,
      hint: `Check the address: it should be Ray's dashboard; a node has at most ${count(mostClusterCpus)} CPUs.`,
    });
  }

  return nodes;
}

export const impossibleCluster = 'ray-impossible-cluster';

function impossible(nodes: readonly RayNode[]): string | undefined {
  if (nodes.length > mostNodes) {
    return `${count(nodes.length)} nodes`;
  }

  const wrong = nodes.find(({ cpus }) => !(cpus >= 0 && cpus <= mostClusterCpus));
  if (wrong) {
    return `a node with ${wrong.cpus} CPUs`;
  }

  const total = nodes.reduce((sum, { cpus }) => sum + cpus, 0);
  return total > mostClusterCpus ? `${count(Math.floor(total))} CPUs` : undefined;
}

/** A name in DNS is no longer. */
const longestName = 255;

/** Ray leaves out the number of CPUs if it is 0. */
function nodeOf(node: unknown): RayNode | undefined {
  const id = textAt(node, 'node_id');
  const ip = (textAt(node, 'node_ip') ?? '').slice(0, longestName);
  const cpus = valueAt(node, 'resources_total', 'CPU');
  const memory = numberAt(node, 'resources_total', 'memory');
  return id === undefined
    ? undefined
    : {
        id,
        ip,
        name: textAt(node, 'node_name')?.slice(0, longestName) ?? ip,
        cpus: typeof cpus === 'number' ? cpus : 0,
        head: valueAt(node, 'is_head_node') === true,
        ...(memory !== undefined && memory >= 0 ? { memory } : {}),
      };
}
