import { nodeLabel, workerName } from '../parts/worker-set.ts';
import type { TimelineRow } from './timeline-layout.ts';

/** The two columns before the bars: "pool " and "w07", "w001-004" or "n2 w05-08". */
export type RowLabels = {
  readonly names: number;
  readonly workers: number;
  readonly workersOf: (row: TimelineRow) => string;
};

export function rowLabels(rows: readonly TimelineRow[]): RowLabels {
  const labels = new Map(rows.map((row) => [row, workersText(row, rows)] as const));
  const workers = Math.max(0, ...[...labels.values()].map(({ length }) => length));
  return {
    names: Math.max(...rows.map(({ pass }) => pass.case.id.length)) + 1,
    workers,
    workersOf: (row) => (labels.get(row) ?? '').padEnd(workers),
  };
}

function workersText({ pass, group }: TimelineRow, rows: readonly TimelineRow[]): string {
  if (!group) {
    return '';
  }

  const groups = rows.flatMap((row) => (row.pass === pass && row.group ? [row.group] : []));
  const most = Math.max(...groups.map(({ workers }) => workers.at(-1)! + 1));
  const nodes = Math.max(...groups.map(({ node = -1 }) => node + 1));
  const [first, last] = [group.workers[0]!, group.workers.at(-1)!];
  const end = last > first ? `-${workerName(last, most).slice(1)}` : '';
  const name = workerName(first, most) + end;
  return nodes > 0 ? `${placeText(group.node, nodes)}${name}` : name;
}

const placeText = (node: number | undefined, count: number): string =>
  (node === undefined ? '' : nodeLabel(node, { count })).padEnd(nodeLabel(0, { count }).length + 1);
