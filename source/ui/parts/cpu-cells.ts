import { counted } from '../../core/text/format.ts';
import type { CpuLoad } from '../../core/machine/machine.ts';
import { cellRows, cellsPerRow, groupsIn, withFigures } from '../canvas/cells.ts';
import { line, spaced, type Line } from '../canvas/line.ts';
import { level, percentCell } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import type { CpuNow } from './each-cpu.ts';

/** One cell per CPU: with figures beside the cells, and without them if that saves rows. */
export function cpuCells(
  cpus: readonly CpuNow[],
  width: number,
  theme: Theme,
): ReadonlyArray<readonly Line[]> {
  const beside = rowsOf(cpus, width - 3 - figureWidth(cpus), theme);
  const whole = withFigures(beside, figuresOf(cpus));
  const alone = rowsOf(cpus, width, theme);
  return alone.length < whole.length ? [whole, alone] : [whole];
}

function rowsOf(cpus: readonly CpuNow[], width: number, theme: Theme): readonly Line[] {
  const last = cpus.length - 1;
  const label = (from: number, to: number) => `cpu ${numberOf(cpus, from)}-${numberOf(cpus, to)}`;
  const groups = groupsIn(width - label(last, last).length - 2);
  return cellRows({
    first: 0,
    end: cpus.length,
    perRow: cellsPerRow(cpus.length, groups),
    label,
    draw: (index) => level(cpus[index]?.busy ?? 0, 'load', theme),
  });
}

const numberOf = (cpus: readonly CpuNow[], index: number): number => cpus[index]?.cpu ?? index;

/** The digits of the highest CPU number. */
export const digitsOf = (cpus: readonly CpuNow[]): number =>
  String(Math.max(0, ...cpus.map(({ cpu }) => cpu))).length;

type Summary = { readonly mean: string; readonly busiest: string; readonly name: string };

/** The mean load and the busiest CPU. The texts are as wide before the first sample. */
function summaryOf(cpus: readonly CpuNow[]): Summary {
  const known = cpus.filter((cpu): cpu is CpuLoad => cpu.busy !== undefined);
  const [first] = known;
  const nameWidth = digitsOf(cpus) + 3;
  if (!first) {
    return { mean: '  n/a', busiest: '  n/a', name: ' '.repeat(nameWidth) };
  }

  const busiest = known.reduce((most, cpu) => (cpu.busy > most.busy ? cpu : most), first);
  const mean = known.reduce((sum, { busy }) => sum + busy, 0) / known.length;
  return {
    mean: percentCell(mean),
    busiest: percentCell(busiest.busy),
    name: `cpu${busiest.cpu}`.padEnd(nameWidth),
  };
}

/** "busiest  98 %  cpu13". */
const figureWidth = (cpus: readonly CpuNow[]): number => 18 + digitsOf(cpus);

function figuresOf(cpus: readonly CpuNow[]): readonly string[] {
  const { mean, busiest, name } = summaryOf(cpus);
  return [`mean    ${mean}`, `busiest ${busiest}  ${name}`];
}

/** All CPUs in one row. */
export function overall(cpus: readonly CpuNow[], width: number): Line {
  const { mean, busiest, name } = summaryOf(cpus);
  const texts = [counted(cpus.length, 'CPU'), `mean ${mean}`, `busiest ${name} ${busiest}`];
  return spaced(
    texts.map((text) => line(text)),
    width,
  );
}
