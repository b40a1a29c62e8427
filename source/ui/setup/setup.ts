import { bytes } from '../../core/text/format.ts';
import { trustBefore } from '../../core/report/trust/trust.ts';
import { runtimeOf, usableTexts } from '../../core/machine/machine-text.ts';
import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Form } from './form-state.ts';
import { contentWidth, keysWidth, type Picture, type Room } from '../canvas/frame.ts';
import { firstFitting, line, piece, spaced } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, type Zone } from '../canvas/zone.ts';
import { glossaryZone } from './glossary.ts';
import { runsOfPlan, runsZone, type LastRuns } from './last-runs.ts';
import { loadZone } from './load.ts';
import { fewestRows, neededRows, noticeZone } from './notices.ts';
import { outlookZone } from './outlook.ts';
import { planZone } from './plan.ts';
import type { PlanView } from './plan-view.ts';
import { rayZone } from './ray-facts.ts';
import { priorities } from './priorities.ts';
import { trustZone } from './trust.ts';
import { previewOf } from './preview.ts';
import { rayStatus } from '../parts/ray-status.ts';
import { setupKeys, type SetupPlace } from './setup-keys.ts';

export type SetupView = {
  readonly state: State;
  /** On the session's clock. */
  readonly now: Milliseconds;
  readonly form: Form;
  readonly place: SetupPlace;
  /** Whether the list of saved runs can be opened. */
  readonly listed?: boolean;
  /** The saved runs; absent until they are read. */
  readonly lastRuns?: LastRuns | undefined;
};

export function setupPicture(view: SetupView, room: Room, theme: Theme): Picture {
  const { state, form, place, listed = false } = view;
  const width = contentWidth(room);
  const plan = planViewOf(view);
  const { preview, ray } = plan;
  const { machine } = state;
  const crowded = neededRows(plan, width, theme) > 1;
  const last = runsOfPlan(view.lastRuns, { plan: preview.outline, machine, now: view.now });
  return {
    trail: ['SETUP', 'run', 'results'],
    zones: {
      machine: machineZone(state, width, fewestRows(plan) === 1),
      load: loadZone(state, room, theme),
      plan: planZone(plan, width, theme),
      notice: noticeZone(plan, width, theme),
      outlook: outlookZone({ preview, last, crowded }, width, theme),
      trust: trustZone({ trust: state.machine ? trustBefore(state) : [], crowded }, width, theme),
      ray: rayZone({ target: form.settings.ray, ray }, room),
      glossary: glossaryZone(),
      runs: runsZone(last, width, room),
    },
    keys: setupKeys(
      { state, now: view.now, form, preview, ray, place, width: keysWidth(room), listed },
      theme,
    ),
  };
}

function planViewOf({ state, now, form }: SetupView): PlanView {
  const { stopped, quietWait, otherLoad, machine } = state;
  return {
    form,
    preview: previewOf(state, form),
    cpus: machine?.usable.count ?? 1,
    ray: rayStatus(state, form.settings),
    now,
    ...(stopped ? { stopped } : {}),
    ...(quietWait ? { wait: quietWait } : {}),
    ...(otherLoad ? { others: otherLoad.others } : {}),
  };
}

/** The CPU and how many of its CPUs are usable; below, with room, what runs on it. A warning in the smallest window takes even the first row. */
function machineZone({ machine }: State, width: number, kept: boolean): Zone {
  const runtime = machine
    ? [...runtimeOf(machine), `${bytes(machine.memory.total)} of memory`]
    : [];
  const first = machine
    ? firstFitting(
        usableTexts(machine).map((usable) => [line(piece(machine.cpu, 'strong')), line(usable)]),
        width,
      )
    : line('detecting the machine');
  const both = [
    first,
    spaced(
      runtime.map((text) => line(piece(text, 'quiet'))),
      width,
    ),
  ];
  return {
    title: [],
    priority: priorities.machine,
    variants: [later(priorities.runtime, bare(both)), bare([first]), ...(kept ? [] : [bare([])])],
  };
}
