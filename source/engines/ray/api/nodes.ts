import { numberAt, parseJson, textAt, valueAt } from './answers.ts';
import type { Most } from './exchange.ts';

export type RayNode = {
  readonly id: string;
  readonly name: string;
  readonly ip: string;
  /** Logical CPUs as configured in Ray; may be a fraction. */
  readonly cpus: number;
  readonly head: boolean;
};

/** A node takes about one kilobyte. */
export const nodesMost: Most = { bytes: 16_000_000, time: 30_000 };

/** 10,000 is the state API's maximum; it fails for more, and lists 100 without a limit. */
export const nodesPath = '/api/v0/nodes?detail=true&limit=10000';

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

/** Ray leaves out the number of CPUs if it is 0. */
function nodeOf(node: unknown): RayNode | undefined {
  const id = textAt(node, 'node_id');
  const ip = textAt(node, 'node_ip') ?? '';
  return id === undefined
    ? undefined
    : {
        id,
        ip,
        name: textAt(node, 'node_name') ?? ip,
        cpus: Math.max(0, numberAt(node, 'resources_total', 'CPU') ?? 0),
        head: valueAt(node, 'is_head_node') === true,
      };
}
