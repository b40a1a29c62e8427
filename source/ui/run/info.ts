import { createLatestCache } from '../../core/latest-cache.ts';
import { runsHere } from '../../core/plan/engines.ts';
import { batchOf, widestOf, type Plan } from '../../core/plan/plan.ts';
import { soughtText } from '../../core/plan/ray-text.ts';
import type { RayPhase } from '../../core/plan/ray.ts';
import { doneShare, remainingTime, type Remaining } from '../../core/profile/remaining.ts';
import type { ClusterState, ProfileState, RunningPass } from '../../core/profile/state.ts';
import { count, counted, duration, elapsed } from '../../core/text/format.ts';
import type { Milliseconds } from '../../core/units.ts';
import { justified, lengthOf, line, piece, spaced, type Line } from '../canvas/line.ts';
import { percentCell, progressMeter } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, later, type Zone } from '../canvas/zone.ts';
import { marginOf } from '../parts/margin.ts';
import { priorities } from './priorities.ts';

export type InfoView = {
  readonly profile: ProfileState;
  readonly cluster?: ClusterState | undefined;
  readonly now: Milliseconds;
};

/** The round, what runs, how long it has taken and how long it will take; and if there is room, what was planned. */
export function infoZone(view: InfoView, width: number): Zone {
  const { plan, began } = view.profile;
  const round = line(piece(`round ${roundOf(view.profile)} of ${plan.rounds}`, 'strong'));
  const [doing, doingShort] = doingTexts(view).map((text) => line(text));
  const gone = `${elapsed(view.now - began).padStart(6)} gone`;
  const [long, short] = leftTexts(remainingTime(view.profile, view.now)).map((text) =>
    line(`${gone}${text}`),
  );
  const rows: readonly InfoRow[] = [
    [[round, doing!, planned(plan, [], () => line(piece(planText(plan), 'quiet')))], long!],
    [[round, doing!], long!],
    [[round, doing!], short!],
    [[round, doingShort!], short!],
    [[round], long!],
    [[round], short!],
  ];
  return fixed(bare([firstRow(rows, width) ?? round]));
}

const planned = createLatestCache<Plan, Line>();

type InfoRow = readonly [left: readonly Line[], right: Line];

/** Undefined if none fits. */
function firstRow(rows: readonly InfoRow[], width: number): Line | undefined {
  for (const [parts, right] of rows) {
    const left = spaced(parts, Number.POSITIVE_INFINITY);
    if (lengthOf(left) + 3 + lengthOf(right) <= width) {
      return justified(left, right, width);
    }
  }

  return undefined;
}

/** From the longest wording to the shortest. The time before it keeps its place when a digit goes. */
function leftTexts({ time, whole }: Remaining): readonly [string, string] {
  if (!whole && time === 0) {
    return ['', ''];
  }

  const text = roughly(time);
  return whole
    ? [`about ${text} left`.padStart(18), `${text} left`.padStart(12)]
    : [`at least ${text} left`.padStart(21), `> ${text} left`.padStart(14)];
}

/** In whole seconds: more digits would promise too much. */
const roughly = (time: Milliseconds): string =>
  time < 99_500 ? `${Math.max(1, Math.ceil(time / 1000 - 0.05))} s` : duration(time);

function roundOf({ activity, passes, plan }: ProfileState): number {
  if (activity.type === 'running') {
    return activity.pass.round;
  }

  return activity.type === 'ended' ? plan.rounds : (passes.at(-1)?.pass.round ?? 1);
}

/** "pool is running", "warming up pool"; then a shorter wording. */
function doingTexts({ profile: { activity }, cluster }: InfoView): readonly [string, string] {
  switch (activity.type) {
    case 'ended':
      return ['done', 'done'];
    case 'warming-up':
      return [`warming up ${activity.case}`, 'warming up'];
    case 'opening':
      return [
        cluster?.status === 'sought' ? soughtText(cluster.target) : 'getting ready',
        'getting ready',
      ];
    case 'running': {
      const phase = phaseOf(activity);
      return [`${activity.case.id} is ${phase}`, `${activity.case.id}: ${phase}`];
    }
  }
}

const phaseOf = ({ remote, case: { engine } }: RunningPass): string => {
  const phase = remote?.phases.at(-1)?.phase;
  return phase ? phaseWords[phase] : runsHere(engine) ? 'running' : 'getting ready';
};

const phaseWords: Readonly<Record<RayPhase, string>> = {
  submitting: 'being submitted',
  pending: 'pending',
  starting: 'starting',
  queued: 'queued for a CPU',
  'warming-up': 'warming up',
  running: 'running',
  stopping: 'stopping',
};

/** "list · 50,000 terms · 200 tasks · 2 workers", and how many there are on Ray if they differ. */
function planText(plan: Plan): string {
  const { size, tasks, workload } = batchOf(plan);
  const own = widestOf(plan.cases);
  const onRay = plan.cases.find(({ engine, workers }) => !runsHere(engine) && workers !== own);
  const workers = `${counted(own, 'worker')}${onRay ? `, ${onRay.workers} on Ray` : ''}`;
  return [workload, `${count(size)} terms`, counted(tasks, 'task'), workers].join(' · ');
}

/** How much of the whole run is done. */
export function progressZone({ profile, now }: InfoView, width: number, theme: Theme): Zone {
  const share = doneShare(profile, now);
  const margin = marginOf(width);
  const text = ` ${percentCell(share)}${margin}`;
  const cells = width - margin.length - text.length;
  const row = line(margin, ...progressMeter(share, { tone: 'plain', width: cells }, theme), text);
  return fixed(later(priorities.progress, bare([row])), bare([]));
}
