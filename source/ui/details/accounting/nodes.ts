import { nodeTimes, type NodeTimes } from '../../../core/report/trust/node-times.ts';
import { passIn } from '../../../core/report/figures/report-pass.ts';
import { column, widthOf } from '../../../core/text/cells.ts';
import { cut } from '../../../core/text/cut.ts';
import { counted, duration, ratio } from '../../../core/text/format.ts';
import { line, piece, type Line } from '../../canvas/line.ts';
import type { DetailsRequest, Section } from '../section.ts';

/** Of many nodes those that take longest, and the quickest: the others lie between them. */
const mostNodes = 10;

/** What a task takes on every node of a cluster, the slowest node first. */
export function nodesOfCases({ report, width }: DetailsRequest): readonly Section[] {
  return report.cases.flatMap(({ id, typical }) => {
    const pass = passIn(report.passes, id, typical?.round);
    const nodes = pass ? nodeTimes(pass) : [];
    return nodes.length < 2
      ? []
      : [
          {
            title: `THE ${nodes.length} NODES OF ${id.toUpperCase()}: round ${pass!.round}`,
            rows: rowsOf(nodes, width),
          },
        ];
  });
}

function rowsOf(nodes: readonly NodeTimes[], width: number): readonly Line[] {
  const all = nodes.length <= mostNodes;
  const shown = all ? nodes : [...nodes.slice(0, mostNodes - 1), nodes.at(-1)!];
  const names = Math.min(
    Math.max(0, width - factsWidth),
    Math.max(...shown.map(({ name }) => widthOf(name))),
  );
  const rows = shown.map((node) => nodeRow(node, names));
  const left = nodes.length - shown.length;
  return all
    ? rows
    : [
        ...rows.slice(0, -1),
        line(piece(`… and ${counted(left, 'node')} between them`, 'quiet')),
        ...rows.slice(-1),
      ];
}

/** Cells of the numbers beside a name. */
const factsWidth = 46;

function nodeRow({ name, task, tasks, over }: NodeTimes, names: number): Line {
  const beside = over === undefined ? '' : `   ${ratio(over)} times what the others take`;
  return line(
    `${column(cut(name, names), names)}  `,
    piece(`${duration(task).padStart(8)} a task`, 'strong'),
    piece(`${beside}   ${counted(tasks, 'task')}`, 'quiet'),
  );
}
