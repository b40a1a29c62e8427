import { counted } from '../../core/text/format.ts';
import type { Machine } from '../../core/machine/machine.ts';
import { kindsText } from '../../core/machine/machine-text.ts';
import type { State } from '../../core/profile/state.ts';
import { contentHeight, contentWidth, type Room } from '../canvas/frame.ts';
import { columnsFor, gridRows } from '../canvas/grid.ts';
import { line, type Line } from '../canvas/line.ts';
import { meter, percentCell } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, ruled, type Variant, type Zone } from '../canvas/zone.ts';
import { cpuCells, digitsOf, overall } from './cpu-cells.ts';
import { cpusOf, type CpuNow } from './each-cpu.ts';

/** The live load of the CPUs: as rows, in two or four columns, as one cell each, or in a single line. */
export function cpuZone(state: State, room: Room, theme: Theme): Omit<Zone, 'priority'> {
  const width = contentWidth(room);
  const cpus = cpusOf(state);
  const digits = digitsOf(cpus);
  const columns = columnsFor(cpus.length, width, digits + narrowest)
    // A variant that is higher than the window cannot be chosen.
    .filter((count) => Math.ceil(cpus.length / count) < contentHeight(room))
    .map((count): Variant => {
      const draw = (index: number, cells: number) =>
        cpuRow(cpus[index]!, { digits, width: cells }, theme);
      return ruled(gridRows({ count: cpus.length, columns: count, width }, draw));
    });
  const title = line(['LIVE CPU', ...coresOf(state.machine)].join('   '));
  const cells = cpuCells(cpus, width, theme);
  const cellTitle = line(...title, '   1 cell = 1 CPU');
  const variants = [
    ...columns,
    ...cells.map((rows) => ({ ...ruled(rows), title: cellTitle })),
    // A single row of cells says less than the summary line.
    ...cells.filter(({ length }) => length > 1).map(bare),
    bare([overall(cpus, width)]),
  ];
  return { title, variants };
}

/** "cpu", a blank, four cells of a bar and " 100 %". */
const narrowest = 14;

/** Mentions cores of two kinds and two threads per core, because such CPUs do not all compute as much. */
function coresOf(machine: Machine | undefined): readonly string[] {
  const { cores, threads } = machine ?? {};
  const kinds = machine && kindsText(machine);
  if (kinds !== undefined) {
    return [kinds];
  }

  return cores !== undefined && threads === 2 * cores
    ? [`${counted(cores, 'core')} x 2 threads`]
    : [];
}

/** Narrower rows have one blank behind the label instead of two. */
const wide = 24;

type CpuRoom = { readonly width: number; readonly digits: number };

function cpuRow({ cpu, busy }: CpuNow, { width, digits }: CpuRoom, theme: Theme): Line {
  const label = `cpu${String(cpu).padEnd(digits)}${width < wide ? ' ' : '  '}`;
  const value = busy === undefined ? '  n/a' : percentCell(busy);
  const cells = width - label.length - value.length - 1;
  const bar = meter(busy ?? 0, { glyph: theme.load, tone: 'load', width: cells }, theme);
  return line(label, ...bar, ` ${value}`);
}
