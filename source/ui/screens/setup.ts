import { bytes } from '../../core/format.ts';
import { coresAndThreads, runtimeOf, usableCpus } from '../../core/machine-text.ts';
import type { State } from '../../core/state.ts';
import type { Form } from '../form.ts';
import { contentWidth, type Picture, type Room } from '../frame.ts';
import { line, piece, spaced, type Line } from '../line.ts';
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
      cpuZone(state, width, theme, 3),
      planZone({ form, prospect, cpus: state.machine?.usable.count ?? 1 }, width, theme),
      forecastZone(prospect, width),
    ],
    keys: keysLine({ form, prospect, starting }, theme),
  };
}

function machineZone({ machine }: State, width: number): Zone {
  if (!machine) {
    return {
      title: line('MACHINE'),
      priority: 2,
      variants: [bare([line('detecting the machine')])],
    };
  }

  const name = line(piece('Machine   ', 'faint'), piece(machine.cpu, 'strong'));
  const cores = line(coresAndThreads(machine));
  const memory = line(`${bytes(machine.memory.limit)} free`);
  const cpus = line(piece('CPUs      ', 'faint'), usableCpus(machine.usable));
  const rows = [
    spaced([name, cores, memory], width),
    spaced([cpus], width),
    spaced(
      [
        line(piece('Runtime   ', 'faint'), ...runtimeOf(machine).slice(0, 1)),
        ...runtimeOf(machine)
          .slice(1)
          .map((part) => line(part)),
      ],
      width,
    ),
  ];
  return {
    title: line('MACHINE'),
    priority: 2,
    variants: [
      bare(rows),
      bare(rows.slice(0, 2)),
      bare([spaced([line(piece(machine.cpu, 'strong')), line(usableCpus(machine.usable))], width)]),
    ],
  };
}

type KeysView = { readonly form: Form; readonly prospect: Prospect; readonly starting: boolean };

function keysLine({ form, prospect, starting }: KeysView, { arrows }: Theme): Line {
  if (starting) {
    return line('starting as soon as the calibration is done');
  }

  if (form.typed !== undefined) {
    return line('enter take it  esc give it up  backspace correct');
  }

  const start = prospect.refused ? 'p pair instead  f force' : 'enter run';
  const change =
    form.field === 'engines'
      ? `${arrows.leftRight} choose  space on/off`
      : `${arrows.leftRight} change`;
  return line(`${start}  ${arrows.upDown} field  ${change}  0-9 type  q quit`);
}
