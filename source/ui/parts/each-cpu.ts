import { median } from '../../core/statistics.ts';
import { busyOf, meansOver } from '../../core/profile/load-history.ts';
import type { State } from '../../core/profile/state.ts';
import { groupSize } from '../canvas/cells.ts';
import { graphRows } from '../canvas/graph.ts';
import { columnsFor, gridRows } from '../canvas/grid.ts';
import { fitted, line, piece, type Line } from '../canvas/line.ts';
import { level, percentCell } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import { cellsOf, columnsOf, type LoadView } from './load-graph.ts';

/** A CPU, and its load if known. */
export type CpuNow = { readonly cpu: number; readonly busy?: number };

/** Before the first sample every CPU is already listed, so that nothing moves later. */
export const cpusOf = ({ load, machine }: State): readonly CpuNow[] =>
  load.length > 0
    ? load
    : Array.from({ length: machine?.usable.online ?? 1 }, (_, cpu) => ({ cpu }));

/** With more CPUs than this, no eye finds one among their cells. */
const mostCells = 64;

/** One cell a CPU, or the least, the median and the most if there are too many. */
export function eachNow(cpus: readonly CpuNow[], width: number, theme: Theme): Line {
  const grouped = cpus.length + Math.ceil(cpus.length / groupSize) - 1;
  if (cpus.length > mostCells || cpus.length > width) {
    return line(extremes(cpus));
  }

  const gap = grouped <= width ? ' ' : '';
  return cpus.map(({ busy = 0 }, index) => {
    const cell = level(busy, 'load', theme);
    const ends = (index + 1) % groupSize === 0 && index + 1 < cpus.length;
    return ends ? piece(`${cell.text}${gap}`, cell.tone) : cell;
  });
}

/** "least   0 %   median   3 %   most  98 %": as wide whatever the load. */
function extremes(cpus: readonly CpuNow[]): string {
  const known = cpus.flatMap(({ busy }) => busy ?? []);
  const figures = known.length > 0 ? [Math.min(...known), median(known), Math.max(...known)] : [];
  return ['least', 'median', 'most']
    .map((name, index) => {
      const value = figures[index];
      return `${name} ${value === undefined ? '  n/a' : percentCell(value)}`;
    })
    .join('   ');
}

/** "cpu0 ", eight cells of a graph, "  98 %". */
const narrowestGraph = 19;

/** Each CPU with its own graph, in as many columns as there is room for; undefined if they need more rows. */
export function eachGraph(
  cpus: readonly CpuNow[],
  { load, width, rows }: { readonly load: LoadView; readonly width: number; readonly rows: number },
  theme: Theme,
): readonly Line[] | undefined {
  const columns = columnsFor(cpus.length, width, narrowestGraph).find(
    (count) => Math.ceil(cpus.length / count) <= rows,
  );
  if (columns === undefined) {
    return undefined;
  }

  const digits = String(Math.max(0, ...cpus.map(({ cpu }) => cpu))).length;
  return gridRows({ count: cpus.length, columns, width }, (index, cells) => {
    const { cpu, busy } = cpus[index]!;
    const label = `cpu${String(cpu).padEnd(digits)} `;
    const value = busy === undefined ? '  n/a' : percentCell(busy);
    const graph = cells - label.length - value.length - 1;
    return line(label, ...cpuGraph(cpu, { ...load, width: graph }, theme), ` ${value}`);
  });
}

function cpuGraph(cpu: number, load: LoadView & { readonly width: number }, theme: Theme): Line {
  const cells = columnsOf(cellsOf(load, load.width), theme);
  const values = meansOver(load.history, cells, busyOf(cpu));
  const [row = []] = graphRows({ values, top: 1, rows: 1, tone: 'load' }, theme);
  return fitted(row, load.width);
}
