import type { SavedRun } from '../../core/report/run-summary.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { batchOf } from '../../core/plan/plan.ts';
import type { Machine } from '../../core/machine/machine.ts';
import { column, widthOf } from '../../core/text/cells.ts';
import { counted, duration } from '../../core/text/format.ts';
import { briefTexts } from '../../core/report/figures/comparison-text.ts';
import type { Milliseconds } from '../../core/units.ts';
import { contentHeight, type Room } from '../canvas/frame.ts';
import { line, type Line } from '../canvas/line.ts';
import { bare, ruled, type Zone } from '../canvas/zone.ts';
import { priorities } from './priorities.ts';

/** The saved runs, newest first, as they were when they were read. */
export type LastRuns = {
  readonly runs: readonly SavedRun[];
  /** When the session began, in milliseconds since 1970. */
  readonly sessionBegan: Milliseconds;
};

/** The runs of one plan on one machine, newest first. */
export type RunsOfPlan = readonly RunOfPlan[];

export type RunOfPlan = {
  readonly run: SavedRun;
  /** How long ago it began. */
  readonly ago: Milliseconds;
};

type Asked = {
  readonly plan: Plan | undefined;
  readonly machine: Machine | undefined;
  /** On the session's clock. */
  readonly now: Milliseconds;
};

/** The runs of the same tasks on the same engines and workers, on this machine. */
export function runsOfPlan(found: LastRuns | undefined, { plan, machine, now }: Asked): RunsOfPlan {
  if (!found || !plan || !machine) {
    return [];
  }

  const { workload, size, tasks } = batchOf(plan);
  const wanted = casesKey(plan.cases);
  return found.runs
    .filter(
      ({ plan: other, machine: name, cpus }) =>
        other.workload === workload &&
        other.size === size &&
        other.tasks === tasks &&
        casesKey(other.cases) === wanted &&
        name === machine.cpu &&
        cpus === machine.usable.count,
    )
    .map((run) => ({ run, ago: found.sessionBegan + now - Date.parse(run.when) }));
}

const casesKey = (cases: readonly { readonly id: string; readonly workers: number }[]): string =>
  cases.map(({ id, workers }) => `${id} ${workers}`).join();

/** "Last time, 2 days ago: 8.5 times as fast (8.4 to 8.6)", from the longest wording to the shortest; empty without a run. */
export function lastTimeTexts([last]: RunsOfPlan): readonly string[] {
  if (!last) {
    return [];
  }

  const { run, ago } = last;
  const [speed, range] = speedTexts(run);
  const when = `Last time, ${agoText(ago)}: `;
  return [
    `${when}${speed}${range === undefined ? '' : ` (${range})`}`,
    `${when}${speed}`,
    `Last time ${speed}`,
  ];
}

/** The speed-up of the first compared case, and between which bounds it lies, where they are known. */
function speedTexts({ results, finished }: SavedRun): readonly [speed: string, range?: string] {
  const [found] = results?.speedups ?? [];
  return found ? briefTexts(found) : [finished ? 'no speed-up was measured' : 'it was interrupted'];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "just now", "5 minutes ago", "2 days ago". */
function agoText(ago: Milliseconds): string {
  const units = [
    { length: day, name: 'day' },
    { length: hour, name: 'hour' },
    { length: minute, name: 'minute' },
  ] as const;
  const unit = units.find(({ length }) => ago >= length);
  return unit ? `${counted(Math.floor(ago / unit.length), unit.name)} ago` : 'just now';
}

const mostRows = 12;

/** The last runs of the plan in rows, as many as there is room for. */
export function runsZone(runs: RunsOfPlan, width: number, room: Room): Zone {
  const most = Math.min(runs.length, mostRows, contentHeight(room));
  const rows = runRows(runs.slice(0, most), width);
  // One of them stands in the outlook already.
  const fewest = 2;
  return {
    title: line('LAST RUNS OF THIS PLAN'),
    priority: priorities.runs,
    variants: [
      ...Array.from({ length: Math.max(0, most - fewest + 1) }, (_, less) =>
        ruled(rows.slice(0, most - less)),
      ),
      bare([]),
    ],
  };
}

/** Columns from the left as far as they fit. */
function runRows(runs: RunsOfPlan, width: number): readonly Line[] {
  const cells = runs.map(({ run, ago }) => [agoText(ago), ...figuresOf(run)]);
  const columns = Array.from({ length: cells[0]?.length ?? 0 }, (_, at) =>
    Math.max(...cells.map((row) => widthOf(row[at] ?? ''))),
  );
  const endOf = (at: number) => columns.slice(0, at + 1).reduce((sum, one) => sum + one + 3, -1);
  const fitting = columns.filter((_, at) => at === 0 || endOf(at) <= width);
  return cells.map((row) =>
    line(`  ${fitting.map((size, at) => column(row[at] ?? '', size)).join('   ')}`),
  );
}

function figuresOf(run: SavedRun): readonly string[] {
  const { results, plan, finished } = run;
  const [speed, range] = speedTexts(run);
  return [
    ...plan.cases.map(({ id }) => {
      const wall = results?.walls[id];
      return `${id} ${wall === undefined ? 'n/a' : duration(wall)}`;
    }),
    finished ? counted(plan.rounds, 'round') : 'interrupted',
    speed,
    range ?? '',
  ];
}
