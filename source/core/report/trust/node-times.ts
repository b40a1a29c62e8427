import { textAt } from '../../profile/spans.ts';
import { median } from '../../statistics.ts';
import type { Milliseconds } from '../../units.ts';
import type { ReportPass } from '../figures/report-pass.ts';

/** What the tasks of a node took. */
export type NodeTimes = {
  readonly name: string;
  readonly tasks: number;
  /** The median of their durations. */
  readonly task: Milliseconds;
  /** That over the median of the other nodes' medians: 1.5 is half as long again; absent if there are no others. */
  readonly over?: number;
};

/** The nodes of a pass on a cluster, the slowest first; empty elsewhere. */
export function nodeTimes({
  spans,
  ray,
}: Pick<ReportPass<'finished'>, 'spans' | 'ray'>): readonly NodeTimes[] {
  const durations = new Map<string, Milliseconds[]>();
  for (let index = 0; index < spans.count; index++) {
    const id = textAt(spans.node, index);
    if (id !== undefined) {
      const known = durations.get(id) ?? [];
      known.push(spans.end[index]! - spans.start[index]!);
      durations.set(id, known);
    }
  }

  const nodes = [...durations]
    .map(([id, times]) => ({
      name: ray?.names?.[id] ?? `node ${id.slice(0, 8)}`,
      tasks: times.length,
      task: median(times),
    }))
    .toSorted((one, other) => other.task - one.task);
  return nodes.map((node, index) => ({ ...node, ...overOthers(nodes, index) }));
}

type Timed = { readonly task: Milliseconds };

/** In a sorted list the median of the others is found without sorting again. */
function overOthers(nodes: readonly Timed[], index: number): Pick<NodeTimes, 'over'> {
  const others = nodes.length - 1;
  const at = (place: number) => nodes[place < index ? place : place + 1]!.task;
  const middle =
    others === 0 ? 0 : (at(Math.floor((others - 1) / 2)) + at(Math.floor(others / 2))) / 2;
  return middle > 0 ? { over: nodes[index]!.task / middle } : {};
}
