import type { Case } from '../../core/plan/plan.ts';
import type { Spans } from '../../core/profile/spans.ts';
import { timelineFigures, type TimelineFigures } from '../../core/timeline/timeline-figures.ts';
import { timeAccountsOf, type TimeAccounts } from '../../core/timeline/timeline.ts';
import {
  exceedsRows,
  singleWorkers,
  workerGroups,
  workersOf,
  type PassWorker,
  type WorkerGroup,
} from '../../core/timeline/worker-groups.ts';
import { contentHeight, contentWidth, type Room } from '../canvas/frame.ts';
import { createLatestCache } from '../../core/latest-cache.ts';
import { themeOf } from '../canvas/theme.ts';
import { figureLines, legendLines } from './timeline-legend.ts';

/** Facts of a pass that do not depend on its visible part. */
export type PassFacts = {
  readonly workers: readonly PassWorker[];
  readonly accounts: TimeAccounts;
  /** Absent without tasks. */
  readonly figures?: TimelineFigures;
};

const facts = createLatestCache<Spans, PassFacts>();

export const factsOf = ({ workers: planned }: Case, spans: Spans): PassFacts =>
  facts(spans, [planned], () => {
    const workers = workersOf(planned, spans);
    const figures = timelineFigures(spans, workers);
    return { workers, accounts: timeAccountsOf(spans), ...(figures ? { figures } : {}) };
  });

/** How much is drawn around the rows of a timeline. */
export type Surroundings = {
  readonly ruled: boolean;
  /** All figures, or only those that fit in one row. */
  readonly figures: boolean;
  readonly dense: boolean;
};

export type TimelineLayout = Surroundings & {
  readonly groups: readonly WorkerGroup[];
  /** The most workers in a row. */
  readonly aRow: number;
  /** The number of visible rows. */
  readonly rows: number;
};

const leastAround: Surroundings = { ruled: false, figures: false, dense: true };

/** The richer ones, the richest first. */
const ways: readonly Surroundings[] = [
  { ruled: true, figures: true, dense: false },
  { ruled: false, figures: true, dense: false },
  { ruled: false, figures: true, dense: true },
];

export type LayoutRequest = {
  readonly case: Case;
  readonly facts: PassFacts;
  readonly room: Room;
  /** Whether every worker gets its own row, however many there are. */
  readonly single: boolean;
};

/** The richest surroundings that leave as many rows as the densest ones. */
export function timelineLayout(request: LayoutRequest): TimelineLayout {
  const densest = layoutIn(leastAround, request);
  const layouts = ways.map((way) => layoutIn(way, request));
  return layouts.find(({ rows }) => rows >= densest.rows) ?? densest;
}

function layoutIn(way: Surroundings, request: LayoutRequest): TimelineLayout {
  const { room, facts } = request;
  const { workers, accounts, figures } = facts;
  const { engine } = request.case;
  const width = contentWidth(room);
  const shares = { onCpu: 0, waiting: 0, blocked: 0, unknown: 0 };
  const single = request.single || !exceedsRows(workers);
  const meanings = { engine, accounts, single, shares, dense: way.dense };
  const legend = legendLines(meanings, width, themeOf(false));
  const figureRows = figureLines(figures, { workers: workers.length, whole: way.figures, width });
  const around = ownRows + (way.ruled ? 1 : 0) + legend.length + figureRows.length;
  const rows = Math.max(1, contentHeight(room) - around);
  const groups = single ? singleWorkers(workers) : workerGroups(workers, rows);
  const aRow = groups.reduce((most, { workers }) => Math.max(most, workers.length), 1);
  return { ...way, groups, aRow, rows: Math.min(rows, groups.length) };
}

/** The head line and the axis. */
const ownRows = 2;
