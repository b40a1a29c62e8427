import { percent } from '../../core/format.ts';
import type { CpuLoad } from '../../core/machine.ts';
import type { State } from '../../core/state.ts';
import { cellRows, gridVariants } from '../grid.ts';
import { line, piece, spaced, type Line } from '../line.ts';
import { level, meter, percentCell } from '../meter.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** How busy every CPU is now: one row each, or one cell each where there is less room. */
export function cpuZone(state: State, width: number, theme: Theme, priority: number): Zone {
  const cpus = cpusOf(state);
  const digits = String(Math.max(0, ...cpus.map(({ cpu }) => cpu))).length;
  const row = (index: number, cells: number): Line => cpuRow(cpus[index]!, cells, digits, theme);
  const cells = cellRows(
    cpus.length,
    width,
    (first, last) => `cpu ${cpus[first]?.cpu ?? first}-${cpus[last]?.cpu ?? last}`,
    (index) => level(cpus[index]?.busy ?? 0, 'load', theme),
  );
  const narrowest = digits + 24;
  return {
    title: line('LIVE CPU'),
    priority,
    variants: [
      ...gridVariants(cpus.length, width, narrowest, row),
      { ...ruled(cells), title: line('LIVE CPU   1 cell = 1 CPU') },
      bare([overall(cpus, width)]),
    ],
  };
}

type CpuNow = { readonly cpu: number; readonly busy?: number };

/** Before the first sample the CPUs stand there already, so that nothing moves when it comes. */
function cpusOf({ load, machine }: State): readonly CpuNow[] {
  return load.length > 0
    ? load
    : Array.from({ length: machine?.usable.online ?? 1 }, (_, cpu) => ({ cpu }));
}

function cpuRow({ cpu, busy }: CpuNow, width: number, digits: number, theme: Theme): Line {
  const label = `cpu${String(cpu).padEnd(digits)}  `;
  const value = busy === undefined ? '  n/a' : percentCell(busy);
  const bar = meter(
    busy ?? 0,
    width - label.length - value.length - 1,
    { glyph: theme.load, tone: 'load' },
    theme,
  );
  return line(label, ...bar, ` ${value}`);
}

/** The densest form: the mean, and the busiest by name. */
function overall(cpus: readonly CpuNow[], width: number): Line {
  const known = cpus.filter((cpu): cpu is CpuLoad => cpu.busy !== undefined);
  const [first] = known;
  if (!first) {
    return line(`${cpus.length} CPUs: load n/a`);
  }

  const busiest = known.reduce((most, cpu) => (cpu.busy > most.busy ? cpu : most), first);
  const mean = known.reduce((sum, { busy }) => sum + busy, 0) / known.length;
  return spaced(
    [
      line(piece(cpus.length === 1 ? '1 CPU' : `${cpus.length} CPUs`)),
      line(`mean ${percentCell(mean)}`),
      line(`busiest cpu${busiest.cpu} ${percent(busiest.busy).padStart(5)}`),
    ],
    width,
  );
}
