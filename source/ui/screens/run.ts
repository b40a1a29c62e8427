import { clock, count, finePercent } from '../../core/format.ts';
import { remainingTime } from '../../core/remaining.ts';
import { screenCost } from '../../core/screen-cost.ts';
import type { Activity, ProfileState } from '../../core/state.ts';
import type { Cancelling } from '../controls.ts';
import { contentWidth, type Picture, type Room } from '../frame.ts';
import { justified, line, piece, spaced, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, type Zone } from '../zone.ts';
import { cpuZone, leastRowsForEach } from '../zones/cpu.ts';
import { headlineRows, type HeadlineView } from '../zones/headline.ts';
import { soFarZone } from '../zones/so-far.ts';
import { workersZone } from '../zones/workers.ts';
import { runKeys } from './run-keys.ts';
import { pageCount, workersRoom } from './run-room.ts';

export type RunView = HeadlineView & {
  readonly cancelling: Cancelling;
  /** Which page of the workers, from 0; the last one where there are fewer. */
  readonly page?: number;
};

export function runPicture(view: RunView, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  const { state, profile, cancelling, page = 0 } = view;
  const cpus = cpuZone(state, room, theme, 3);
  const ofWorkers = workersRoom(profile.plan, leastRowsForEach(cpus), room);
  const shown = { profile, cpus: state.machine?.usable.count, page };
  return {
    trail: ['setup', 'RUN', 'results'],
    zones: [
      ...aboveZones(view, width, theme),
      workersZone(shown, ofWorkers, theme),
      cpus,
      soFarZone(profile, width, theme),
      failureZone(profile, width),
    ],
    keys: runKeys(cancelling, pageCount(profile.plan, room), room),
  };
}

/** What stays on the screen at every size: where the run stands, and the engines' bars; a blank row where one is left. */
function aboveZones(view: RunView, width: number, theme: Theme): readonly Zone[] {
  const zone = { title: [], priority: 0 };
  return [
    { ...zone, variants: [bare([infoLine(view, width)])] },
    { ...zone, priority: 9, variants: [bare([[]]), bare([])] },
    { ...zone, variants: [bare(headlineRows(view, width, theme))] },
  ];
}

/** The times and the cost of the screen first: what was planned was to be read on the setup screen. */
function infoLine({ state, profile, now }: RunView, width: number): Line {
  const { plan, activity, began } = profile;
  const left = remainingTime(state, profile, now);
  const times = [
    line(piece(`RUN ${roundOf(activity, plan.repeats)}/${plan.repeats}`, 'strong')),
    line(`elapsed ${clock(now - began).padStart(6)}`),
    line(`ETA ${clock(left).padStart(6)}`),
  ];
  const planned = [
    line(`n ${count(plan.size)}`),
    line(`N ${count(plan.tasks)}`),
    line(`P ${Math.max(...plan.cases.map(({ workers }) => workers))}`),
    line(plan.workload),
  ];
  const cost = screenCost(profile, now);
  const end = cost === undefined ? '' : `screen ${finePercent(cost)}`;
  const room = cost === undefined ? width : width - costWidth;
  return justified(spaced([...times, ...planned], room), line(end), width);
}

/** "   screen 0.6 %". */
const costWidth = 15;

function roundOf(activity: Activity, repeats: number): number {
  if (activity.type === 'running') {
    return activity.pass.round;
  }

  return activity.type === 'ended' ? repeats : 0;
}

/** One row that is always kept for the latest failure. */
function failureZone({ passes }: ProfileState, width: number): Zone {
  const failed = passes.findLast(({ outcome }) => outcome.status === 'failed');
  const text =
    failed?.outcome.status === 'failed'
      ? `! round ${failed.pass.round}: ${failed.outcome.failure.message}`
      : '';
  const lines = [line(piece(text.slice(0, width), 'warning'))];
  return { title: [], priority: 0, variants: [bare(lines)] };
}
