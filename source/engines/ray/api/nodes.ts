import { numberAt, parsedJson, textAt, valueAt } from './answers.ts';

export type RayNode = {
  readonly id: string;
  readonly name: string;
  readonly ip: string;
  /** Logical ones: what Ray was told, whole or not. */
  readonly cpus: number;
  readonly head: boolean;
};

/** The state API's limit: without one it gives 100, with a higher one an error. */
export const nodesPath = '/api/v0/nodes?detail=true&limit=10000';

/** The nodes that are alive; undefined where the text is no such list. */
export function aliveNodes(text: string): readonly RayNode[] | undefined {
  const listed = valueAt(parsedJson(text), 'data', 'result', 'result');
  return Array.isArray(listed)
    ? listed
        .filter((node) => textAt(node, 'state') === 'ALIVE')
        .map(nodeOf)
        .filter((node) => node !== undefined)
    : undefined;
}

/** A node without CPUs has no number of them. */
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
