import { bytes } from '../../core/format.ts';
import { coresAndThreads, runtimeOf, usableCpus } from '../../core/machine-text.ts';
import type { Machine } from '../../core/machine.ts';
import type { State } from '../../core/state.ts';
import type { Form } from '../form.ts';
import { contentWidth, type Picture, type Room } from '../frame.ts';
import { firstFitting, line, piece, spaced, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, type Zone } from '../zone.ts';
import { cpuZone } from '../zones/cpu.ts';
import { forecastZone } from '../zones/forecast.ts';
import { planZone } from '../zones/plan.ts';
import { prospectOf, type Prospect } from '../prospect.ts';

export type SetupView = {
  readonly state: State;
  readonly form: Form;
  /** A start was asked for and waits for the calibration. */
  readonly starting: boolean;
};

export function setupPicture(
  { state, form, starting }: SetupView,
  room: Room,
  theme: Theme,
): Picture {
  const width = contentWidth(room);
  const prospect = prospectOf(state, form);
  return {
    trail: ['SETUP', 'run', 'results'],
    zones: [
      machineZone(state, width),
      cpuZone(state, room, theme, 3),
      planZone({ form, prospect, cpus: state.machine?.usable.count ?? 1 }, width, theme),
      forecastZone(prospect, width),
    ],
    keys: keysLine({ form, prospect, starting, width }, theme),
  };
}

function machineZone({ machine }: State, width: number): Zone {
  const rows = machine ? machineRows(machine, width) : [line('detecting the machine'), [], []];
  return {
    title: [],
    priority: 0,
    variants: [bare(rows), bare(rows.slice(0, 2)), bare(rows.slice(0, 1))],
  };
}

const labelWidth = 10;

function machineRows(machine: Machine, width: number): readonly Line[] {
  const parts = (label: string, [first = '', ...others]: readonly string[]) => [
    line(piece(label.padEnd(labelWidth), 'faint'), first),
    ...others.map((part) => line(part)),
  ];
  const free = `${bytes(machine.memory.limit)} free`;
  const usable = usableCpus(machine.usable);
  const tight = usable.replace('( ', '(').replace(' )', ')');
  return [
    spaced(parts('Machine', [machine.cpu, coresAndThreads(machine), free]), width),
    firstFitting([parts('CPUs', [usable]), [line(usable)], [line(tight)]], width),
    spaced(parts('Runtime', runtimeOf(machine)), width),
  ];
}

/** As many of the hints as fit; those in `dropped` go first, in their order. */
function hints(all: readonly string[], [first, ...rest]: readonly string[], width: number): string {
  const whole = all.join('  ');
  return whole.length <= width || first === undefined
    ? whole
    : hints(
        all.filter((hint) => hint !== first),
        rest,
        width,
      );
}

type KeysView = {
  readonly form: Form;
  readonly prospect: Prospect;
  readonly starting: boolean;
  readonly width: number;
};

function keysLine({ form, prospect, starting, width }: KeysView, { arrows }: Theme): Line {
  if (starting) {
    return line('starting as soon as the calibration is done  ctrl+c quit');
  }

  if (form.typed !== undefined) {
    return line('enter take it  esc give it up  backspace correct');
  }

  const start = prospect.refused ? 'p pair instead  f force' : 'enter run';
  const change =
    form.field === 'engines'
      ? `${arrows.leftRight} choose  space on/off`
      : `${arrows.leftRight} change`;
  const type = form.field === 'workload' || form.field === 'engines' ? [] : ['0-9 type'];
  const others = [start, `${arrows.upDown} field`, change, ...type, '? help', 'q quit'];
  const dropped = ['0-9 type', `${arrows.upDown} field`, change];
  return line(hints(others, dropped, width));
}
