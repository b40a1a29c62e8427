import { groupSize } from '../canvas/cells.ts';
import type { WorkerSet } from './worker-set.ts';

/** Cells without a gap: at most eight neighbours, all on one node. */
export type CellGroup = {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** The node, if there are several and the workers have joined. */
  readonly node?: number | undefined;
};

/** The groups of one row, with a cell between two of them. */
export type CellRow = readonly CellGroup[];

const rowWidth = (row: CellRow): number =>
  row.reduce((sum, { first, end }) => sum + end - first + 1, -1);

/** Rows with the same number of groups. */
export function evenRows({ workers }: WorkerSet, groups: number): readonly CellRow[] {
  const all = groupsOf(workers, () => undefined);
  return Array.from({ length: Math.ceil(all.length / groups) }, (_, row) =>
    all.slice(row * groups, (row + 1) * groups),
  );
}

/** Rows of at most `width` cells. A node starts a new row if that keeps it in one piece. */
export function rowsByNode({ workers, nodes }: WorkerSet, width: number): readonly CellRow[] {
  const rows: CellGroup[][] = [];
  const room = () => width - rowWidth(rows.at(-1) ?? []) - 1;
  for (const part of ofOneNode(groupsOf(workers, (worker) => nodes?.of[worker]))) {
    const whole = rowWidth(part);
    if (rows.length === 0 || (whole > room() && whole <= width)) {
      rows.push([]);
    }

    for (const group of part) {
      if (group.end - group.first > room()) {
        rows.push([]);
      }

      rows.at(-1)?.push(group);
    }
  }

  return rows;
}

type NodeOf = (worker: number) => number | undefined;

function groupsOf(workers: number, nodeOf: NodeOf): readonly CellGroup[] {
  const groups: CellGroup[] = [];
  let first = 0;
  while (first < workers) {
    const node = nodeOf(first);
    let end = first + 1;
    while (end < Math.min(first + groupSize, workers) && nodeOf(end) === node) {
      end++;
    }

    groups.push({ first, end, node });
    first = end;
  }

  return groups;
}

function ofOneNode(groups: readonly CellGroup[]): readonly CellRow[] {
  const parts: CellGroup[][] = [];
  for (const group of groups) {
    const last = parts.at(-1);
    if (last && last[0]!.node === group.node) {
      last.push(group);
    } else {
      parts.push([group]);
    }
  }

  return parts;
}
