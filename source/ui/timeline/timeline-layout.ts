import {
  exceedsRows,
  singleWorkers,
  workerGroups,
  type WorkerGroup,
} from '../../core/timeline/worker-groups.ts';
import type { TextRoom } from '../canvas/paragraphs.ts';
import { themeOf } from '../canvas/theme.ts';
import { factsOf } from './pass-facts.ts';
import type { Selection, ShownPass } from './selection.ts';
import { legendLines } from './timeline-legend.ts';

/** A row of a timeline: some workers of a pass, or why there are none. */
export type TimelineRow = { readonly pass: ShownPass; readonly group?: WorkerGroup };

/** How much is drawn around the rows of a timeline, and how high they are. */
export type Surroundings = {
  readonly ruled: boolean;
  /** Whether the legend has its long words. */
  readonly worded: boolean;
  readonly table: boolean;
  /** Rows of the screen for each worker. */
  readonly rowHeight: number;
  /** Rows of the screen for each histogram; 0 for none. */
  readonly timesHeight: number;
};

export type TimelineLayout = Surroundings & {
  /** All of them; `visible` are drawn. */
  readonly rows: readonly TimelineRow[];
  readonly visible: number;
  /** The most workers in a row. */
  readonly aRow: number;
};

export type LayoutRequest = {
  readonly selection: Selection;
  readonly room: TextRoom;
  /** Whether every worker gets its own row, however many there are. */
  readonly single: boolean;
};

/** As many rows as fit, then what stands around them, then higher rows. */
export function timelineLayout(request: LayoutRequest): TimelineLayout {
  const { selection, room } = request;
  const legends = legendHeights(request);
  const least = heightOf(leastAround, { selection, legends, rows: 0 });
  const kept = isLarge(room) ? timesRows(selection, 1) : 0;
  const most = Math.max(1, room.height - least - kept);
  const rows = rowsIn(request, most);
  const visible = Math.min(most, rows.length);
  const given = { selection, legends, rows: visible };
  const around = richer(selection, room).reduce((before, change) => {
    const after = change(before);
    return heightOf(after, given) <= room.height ? after : before;
  }, leastAround);
  const aRow = rows.reduce((found, { group }) => Math.max(found, group?.workers.length ?? 0), 1);
  return { ...around, rows, visible, aRow };
}

const leastAround: Surroundings = {
  ruled: false,
  worded: false,
  table: false,
  rowHeight: 1,
  timesHeight: 0,
};

/** From a window of 120x40 on a timeline has histograms, however many workers there are. */
const isLarge = ({ width, height }: TextRoom): boolean => width >= 115 && height >= 36;

/** A narrower table would leave out too much. */
const narrowestTable = 70;

const hasTable = ({ width }: TextRoom): boolean => width >= narrowestTable;

type Change = (before: Surroundings) => Surroundings;

const highestRow = 4;

/** Of all histograms together. */
const highestTimes = 24;

/** Each is made if it fits, in this order. */
function richer({ shown }: Selection, room: TextRoom): readonly Change[] {
  const highest = Math.floor(highestTimes / shown.length);
  const higherRows: Change = (before) => ({
    ...before,
    rowHeight: Math.min(before.rowHeight + 1, highestRow),
  });
  const higherTimes: Change = ({ timesHeight, ...before }) => ({
    ...before,
    timesHeight: timesHeight > 0 ? Math.min(timesHeight + 1, highest) : 0,
  });
  return [
    (before) => ({ ...before, timesHeight: 1 }),
    (before) => ({ ...before, ruled: true }),
    (before) => ({ ...before, table: hasTable(room) }),
    (before) => ({ ...before, worded: true }),
    ...Array.from({ length: highest }, () => [higherRows, higherTimes, higherTimes]).flat(),
  ];
}

/** Rows of the legend in long words, and in short ones. */
type LegendHeights = { readonly worded: number; readonly short: number };

function legendHeights({ selection, single, room: { width } }: LayoutRequest): LegendHeights {
  const heightIn = (worded: boolean) =>
    legendLines({ selection, single, worded, width }, themeOf(false)).length;
  return { worded: heightIn(true), short: heightIn(false) };
}

type Given = {
  readonly selection: Selection;
  readonly legends: LegendHeights;
  /** The visible rows. */
  readonly rows: number;
};

/** In rows of the screen. */
function heightOf(around: Surroundings, { selection, legends, rows }: Given): number {
  const table = around.table ? selection.shown.length + 2 : 0;
  return (
    ownRows +
    (around.ruled ? 1 : 0) +
    rows * around.rowHeight +
    (around.worded ? legends.worded : legends.short) +
    table +
    timesRows(selection, around.timesHeight)
  );
}

/** The head line and the axis. */
const ownRows = 2;

/** A rule, the histograms and their axis. */
const timesRows = ({ shown }: Selection, height: number): number =>
  height > 0 ? 2 + shown.length * height : 0;

/** A row for each worker; passes with many workers share what the others leave. */
function rowsIn({ selection: { shown }, single }: LayoutRequest, most: number) {
  const passes = shown.map((pass) => ({ pass, workers: factsOf(pass)?.workers }));
  const isFolded = ({ workers = [] }: (typeof passes)[number]) => !single && exceedsRows(workers);
  const folded = passes.filter(isFolded).length;
  const others = passes
    .filter((pass) => !isFolded(pass))
    .reduce((sum, { workers }) => sum + (workers?.length ?? 1), 0);
  const each = Math.max(1, Math.floor((most - others) / Math.max(1, folded)));
  return passes.flatMap(({ pass, workers }): readonly TimelineRow[] => {
    if (!workers) {
      return [{ pass }];
    }

    return (single ? singleWorkers(workers) : workerGroups(workers, each)).map((group) => ({
      pass,
      group,
    }));
  });
}
