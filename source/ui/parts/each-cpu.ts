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

export type EachRoom = {
  readonly load: LoadView;
  readonly width: number;
  /** The most rows of all graphs together. */
  readonly rows: number;
  /** The rows of one graph; 1 if omitted. */
  readonly height?: number;
};

/** In how many columns they have graphs of one row each; undefined if there is no room for all. */
export const graphColumns = (
  cpus: readonly CpuNow[],
  width: number,
  rows: number,
): number | undefined =>
  columnsFor(cpus.length, width, narrowestGraph).find(
    (count) => Math.ceil(cpus.length / count) <= rows,
  );

/** Each CPU with its own graph, in as few columns as possible; undefined if there is no room for all. */
export function eachGraph(
  cpus: readonly CpuNow[],
  { load, width, rows, height = 1 }: EachRoom,
  theme: Theme,
): readonly Line[] | undefined {
  const columns = graphColumns(cpus, width, Math.floor(rows / height));
  if (columns === undefined) {
    return undefined;
  }

  const digits = String(Math.max(0, ...cpus.map(({ cpu }) => cpu))).length;
  const grids = Array.from({ length: height }, (_, row) =>
    gridRows({ count: cpus.length, columns, width }, (index, cells) => {
      const { cpu, busy } = cpus[index]!;
      const value = busy === undefined ? '  n/a' : percentCell(busy);
      const label = `cpu${String(cpu).padEnd(digits)} `;
      const graph = { cpu, width: cells - label.length - value.length - 1, height };
      const drawn = cpuGraph(graph, load, theme)[row] ?? [];
      return row === 0
        ? line(label, ...drawn, ` ${value}`)
        : line(' '.repeat(label.length), ...drawn);
    }),
  );
  return (grids[0] ?? []).flatMap((_, index) => grids.map((grid) => grid[index] ?? []));
}

type CpuGraph = { readonly cpu: number; readonly width: number; readonly height: number };

function cpuGraph({ cpu, width, height }: CpuGraph, load: LoadView, theme: Theme): readonly Line[] {
  const values = meansOver(load.history, columnsOf(cellsOf(load, width), theme), busyOf(cpu));
  return graphRows({ values, top: 1, rows: height, tone: 'load' }, theme).map((row) =>
    fitted(row, width),
  );
}
