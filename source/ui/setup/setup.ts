import { bytes } from '../../core/text/format.ts';
import { trustBefore } from '../../core/report/trust/trust.ts';
import { coresAndThreads, runtimeOf, usableCpus } from '../../core/machine/machine-text.ts';
import type { Machine } from '../../core/machine/machine.ts';
import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Form } from './form-state.ts';
import { contentWidth, type Picture, type Room } from '../canvas/frame.ts';
import { firstFitting, line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, type Zone } from '../canvas/zone.ts';
import { cpuZone } from '../parts/cpu.ts';
import { forecastZone } from './forecast.ts';
import { fewestRows, neededRows, noticeZone } from './notices.ts';
import { planZone } from './plan.ts';
import { rayZone } from './ray-facts.ts';
import { priorities } from './priorities.ts';
import { trustZone } from './trust.ts';
import { previewOf } from './preview.ts';
import { rayStatus } from '../parts/ray-status.ts';
import { keysLine, type SetupPlace } from './setup-keys.ts';

export type SetupView = {
  readonly state: State;
  /** On the session's clock. */
  readonly now: Milliseconds;
  readonly form: Form;
  readonly place: SetupPlace;
  /** Whether the list of saved runs can be opened. */
  readonly listed?: boolean;
};

export function setupPicture(
  { state, now, form, place, listed = false }: SetupView,
  room: Room,
  theme: Theme,
): Picture {
  const width = contentWidth(room);
  const preview = previewOf(state, form);
  const ray = rayStatus(state, form.settings);
  const plan = {
    form,
    preview,
    cpus: state.machine?.usable.count ?? 1,
    ray,
    now,
    stopped: state.stopped,
  };
  return {
    trail: ['SETUP', 'run', 'results'],
    zones: {
      machine: machineZone(state, width, fewestRows(plan) === 1),
      cpus: { ...cpuZone(state, room, theme), priority: priorities.cpus },
      plan: planZone(plan, width, theme),
      notice: noticeZone(plan, width, theme),
      trust: trustZone(trustBefore(state), width, neededRows(plan, width, theme) > 1),
      forecast: forecastZone(preview, width),
      ray: rayZone({ target: form.settings.ray, ray }, room),
    },
    keys: line(keysLine({ state, form, preview, place, width, listed }, theme)),
  };
}

/** A single row is about the limit of the CPUs, if there is one. A warning in the smallest window takes even that. */
function machineZone({ machine }: State, width: number, kept: boolean): Zone {
  const rows = machine ? machineRows(machine, width) : [line('detecting the machine'), [], []];
  const limited = machine && machine.usable.count < machine.usable.online;
  const one = limited ? rows.slice(1, 2) : rows.slice(0, 1);
  const variants = [rows.slice(0, 2), one, ...(kept ? [] : [[]])];
  return {
    title: [],
    priority: priorities.machine,
    variants: [later(priorities.runtime, bare(rows)), ...variants.map(bare)],
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
