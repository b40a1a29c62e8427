import { bytes } from '../../core/format.ts';
import { caseMemory, type Case } from '../../core/plan.ts';
import type { Activity, ProfileState, RunningPass } from '../../core/state.ts';
import { gridRows } from '../grid.ts';
import { line, piece, spinner, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { ruled, type Zone } from '../zone.ts';
import { standingOf } from './standing.ts';
import { workerCells } from './workers-cells.ts';
import { workersLayout, type WorkersLayout, type WorkersRoom } from './workers-layout.ts';
import { workerRow } from './workers-row.ts';
import { workersTitle } from './workers-title.ts';

export type WorkersView = {
  readonly profile: ProfileState;
  /** Usable CPUs, where they are known. */
  readonly cpus?: number | undefined;
  /** From 0; where there are fewer pages the last of them is shown. */
  readonly page: number;
};

/** Where every worker of the pass stands; the room for those of the widest case is always kept. */
export function workersZone(view: WorkersView, room: WorkersRoom, theme: Theme): Zone {
  const { activity, plan } = view.profile;
  const widest = Math.max(...plan.cases.map(({ workers }) => workers));
  const layout = workersLayout(widest, room);
  const zone = { priority: 2, title: line('WORKERS') };
  if (activity.type !== 'running') {
    const first = line(spinner, ` ${waitingText(activity, plan.cases)}`);
    return { ...zone, variants: [ruled(filled([first], layout.rows))] };
  }

  const { workers } = activity.pass.case;
  const kept = { width: room.width, rows: layout.rows, most: layout.rows };
  const own = workers === widest ? layout : workersLayout(workers, kept);
  const { title, lines } = drawn({ ...view, activity }, own, room.width, theme);
  return { ...zone, title, variants: [ruled(filled(lines, layout.rows))] };
}

type Drawn = { readonly title: Line; readonly lines: readonly Line[] };

function drawn(
  { activity, cpus, page }: WorkersView & { readonly activity: RunningPass },
  layout: WorkersLayout,
  width: number,
  theme: Theme,
): Drawn {
  const planned = activity.pass.case;
  const standing = standingOf(planned.workers, activity.workers);
  const pages = layout.type === 'cells' ? layout.pages : 1;
  const shown = Math.min(Math.max(page, 0), pages - 1);
  const title = workersTitle({ planned, cpus, standing, layout, page: shown, width }, theme);
  const { engine, workers } = planned;
  const lines =
    layout.type === 'columns'
      ? gridRows(workers, layout.columns, width, (worker, cells) =>
          workerRow({ worker, engine, sample: activity.workers[worker], standing }, cells, theme),
        )
      : workerCells({ engine, standing, layout, page: shown }, theme);
  return { title: line(piece(planned.id.toUpperCase(), engine), title), lines };
}

const filled = (lines: readonly Line[], rows: number): readonly Line[] =>
  Array.from({ length: rows }, (_, row) => lines[row] ?? []);

/** The one thing that happens while nothing is measured. */
function waitingText(activity: Activity, cases: readonly Case[]): string {
  const planned = activity.type === 'warming-up' && cases.find(({ id }) => id === activity.case);
  if (!planned) {
    return activity.type === 'ended' ? 'done' : 'getting ready';
  }

  const who = planned.workers === 1 ? '1 worker' : `${planned.workers} workers`;
  return `warming up ${planned.id}: ${who}, ${bytes(caseMemory(planned))}`;
}
