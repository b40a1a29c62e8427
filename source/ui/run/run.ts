import { cut } from '../../core/text/cut.ts';
import { runsHere } from '../../core/plan/engines.ts';
import { elapsed, count, finePercent } from '../../core/text/format.ts';
import { batchOf, widestOf, type Plan } from '../../core/plan/plan.ts';
import { remainingTime, type Remaining } from '../../core/profile/remaining.ts';
import { stoppedTexts } from '../../core/profile/stopped-text.ts';
import { screenCost } from '../../core/profile/screen-cost.ts';
import type { Activity, ProfileState } from '../../core/profile/state.ts';
import type { Cancelling } from './run-keys.ts';
import { contentWidth, type Picture, type Room } from '../canvas/frame.ts';
import { firstFitting, justified, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, type Zone } from '../canvas/zone.ts';
import { cpuZone } from '../parts/cpu.ts';
import { pageCountIn } from './worker-set-layout.ts';
import { headlineRows, type HeadlineView } from './headline.ts';
import { priorities } from './priorities.ts';
import { soFarZone } from './so-far.ts';
import { workerTimeZone } from './worker-time.ts';
import { workersZone } from './workers.ts';
import { hasDriverLog } from '../../core/profile/logged-failures.ts';
import { runKeys } from './run-keys.ts';
import { workersRoom } from './run-room.ts';

export type RunView = HeadlineView & {
  readonly cancelling: Cancelling;
  /** The page of the workers, from 0. Beyond the last one, the last is shown. */
  readonly page?: number;
  /** Whether `d` asked for the details: where the workers' time goes, each worker's CPU, each CPU by itself. */
  readonly detailed?: boolean;
};

export function runPicture(view: RunView, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  const { state, profile, now, cancelling, page = 0 } = view;
  const { activity } = profile;
  const cpus = { ...cpuZone(state, room, theme), priority: priorities.cpus };
  const ofWorkers = workersRoom(profile.plan, cpus, room);
  const usable = state.machine?.usable.count;
  const shown = { profile, now, cluster: state.cluster, cpus: usable, page };
  return {
    trail: ['setup', 'RUN', 'results'],
    zones: {
      ...aboveZones(view, width, theme),
      workers: workersZone(shown, ofWorkers, theme),
      cpus,
      workerTime: workerTimeZone(activity, width, theme),
      soFar: soFarZone(profile, width, theme),
      failure: failureZone(view, width),
    },
    keys: runKeys(
      {
        cancelling,
        activity,
        pages: pageCountIn(profile, ofWorkers),
        logged: hasDriverLog(profile),
      },
      room,
    ),
  };
}

/** Always visible: the info line and the bars of the engines. A blank row separates them if one is left. */
function aboveZones(view: RunView, width: number, theme: Theme) {
  return {
    info: fixed(bare([infoLine(view, width)])),
    blank: { ...fixed(bare([[]]), bare([])), priority: priorities.blank },
    headline: fixed(bare(headlineRows(view, width, theme))),
  };
}

/** Times and the cost of the screen go first; the setup screen has shown the plan. */
function infoLine({ profile, now }: RunView, width: number): Line {
  const { plan, activity, began } = profile;
  const left = remainingTime(profile, now);
  const times = [
    line(piece(`RUN ${roundOf(activity, plan.rounds)}/${plan.rounds}`, 'strong')),
    line(`elapsed ${elapsed(now - began).padStart(6)}`),
    line(`ETA ${etaText(left).padStart(plan.ray ? 8 : 6)}`),
  ];
  const cost = screenCost(profile, now);
  const end = cost === undefined ? '' : `screen ${finePercent(cost)}`;
  const room = cost === undefined ? width : width - costWidth;
  const { size, tasks, workload } = batchOf(plan);
  const rows = workersTexts(plan).map((workers) => [
    ...times,
    line(`n ${count(size)}`),
    line(`N ${count(tasks)}`),
    line(workers),
    line(workload),
  ]);
  return justified(firstFitting(rows, room), line(end), width);
}

/** "> 6.5 s" for a lower bound. A bound of 0 says nothing: n/a. */
function etaText({ time, whole }: Remaining): string {
  if (whole) {
    return elapsed(time);
  }

  return time > 0 ? `> ${elapsed(time)}` : 'n/a';
}

/** The number of workers, and that on Ray if it differs. */
function workersTexts({ cases }: Plan): readonly string[] {
  const own = widestOf(cases);
  const onRay = cases.find(({ engine, workers }) => !runsHere(engine) && workers !== own);
  return [...(onRay ? [`P ${own}, Ray ${onRay.workers}`] : []), `P ${own}`];
}

/** "   screen 0.6 %". */
const costWidth = 15;

function roundOf(activity: Activity, rounds: number): number {
  if (activity.type === 'running') {
    return activity.pass.round;
  }

  return activity.type === 'ended' ? rounds : 0;
}

/** One row, always reserved: that nothing goes on at all, or the latest failure. */
function failureZone({ state: { stopped }, profile }: RunView, width: number): Zone {
  const texts = stopped ? stoppedTexts(stopped) : failureTexts(profile);
  const text = texts.find(({ length }) => length + 2 <= width) ?? texts.at(-1);
  const row = text === undefined ? '' : cut(`! ${text}`, width);
  return fixed(bare([line(piece(row, 'warning'))]));
}

function failureTexts({ passes }: ProfileState): readonly string[] {
  const failed = passes.findLast(({ outcome }) => outcome.status === 'failed');
  return failed?.outcome.status === 'failed'
    ? [`round ${failed.pass.round}: ${failed.outcome.failure.message}`]
    : [];
}
