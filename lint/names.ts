import { engineNames } from '../source/core/plan/settings.ts';
import { workloadNames } from '../source/core/plan/workload.ts';

/** As much of a node of the syntax tree as tells a comparison. */
export type Node = {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: unknown;
  readonly operator?: string;
  readonly left?: Node;
  readonly right?: Node;
  readonly test?: Node | null;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly arguments?: readonly Node[];
  readonly elements?: ReadonlyArray<Node | null>;
};

const names: ReadonlySet<unknown> = new Set([...engineNames, ...workloadNames]);

const comparisons = new Set(['===', '!==', '==', '!=']);

const searches: ReadonlySet<unknown> = new Set(['includes', 'indexOf', 'lastIndexOf', 'has']);

/** The literals that a node compares something with. */
function compared(node: Node): ReadonlyArray<Node | null | undefined> {
  switch (node.type) {
    case 'BinaryExpression':
      return comparisons.has(node.operator ?? '') ? [node.left, node.right] : [];
    case 'SwitchCase':
      return [node.test];
    case 'CallExpression':
      return searches.has(node.callee?.property?.name)
        ? [...(node.arguments ?? []), ...(node.callee?.object?.elements ?? [])]
        : [];
    default:
      return [];
  }
}

/** Why a comparison with the name of an engine or a workload is wrong, in a sentence; undefined for any other node. */
export function nameProblemOf(node: Node): string | undefined {
  const found = compared(node).find((literal) => names.has(literal?.value));
  return found
    ? `Ask for a trait, not for '${String(found.value)}': core/plan/engines.ts and core/plan/workload.ts have them. See docs/architecture.md.`
    : undefined;
}
