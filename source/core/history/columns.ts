import { shortDate } from '../text/date.ts';
import { count, duration } from '../text/format.ts';
import type { SavedRun } from '../report/run-summary.ts';
import {
  intervalOf,
  plain,
  resultOf,
  trustCell,
  unknown,
  workersOf,
  type Cell,
} from './run-texts.ts';

/** All runs of a table, and how they are written. */
export type TableContext = {
  readonly runs: readonly SavedRun[];
  /** The year that goes without saying: that of the latest run. */
  readonly year: number;
  /** Stands where something may have moved the numbers of a run. */
  readonly mark: string;
};

export const contextOf = (runs: readonly SavedRun[], mark: string): TableContext => ({
  runs,
  year: Math.max(...runs.map(({ when }) => new Date(when).getFullYear())),
  mark,
});

/** A column of the table. */
export type Column = {
  /** What stands above it, from the longest wording to the shortest. */
  readonly heads: readonly [string, ...string[]];
  readonly align: 'left' | 'right';
  /** Blanks before it. */
  readonly gap: number;
  /** Columns with lower numbers get their room first. Those with the same number come together or not at all. */
  readonly priority: number;
  readonly cell: (run: SavedRun, context: TableContext) => Cell;
  /** Comes only where the columns of this priority do. */
  readonly besides?: number;
  /** Whether it says something about these runs; all do where left out. */
  readonly matters?: (runs: readonly SavedRun[]) => boolean;
  /** A longer text may be cut to this many cells. */
  readonly least?: number;
};

const right = { align: 'right', gap: 2 } as const;
const left = { align: 'left', gap: 2 } as const;

/** From left to right. The notes come after them where there is room. */
export const columns: readonly Column[] = [
  {
    ...left,
    gap: 0,
    heads: ['when'],
    priority: 0,
    cell: ({ when }, { year }) => plain(shortDate(when, year).replace(/^\d\D/, ' $&')),
  },
  {
    ...left,
    gap: 1,
    heads: [''],
    priority: 4,
    cell: ({ results }, { mark }) => trustCell(results?.trust, mark),
  },
  { ...left, gap: 1, heads: ['workload'], priority: 2, cell: ({ plan }) => plain(plan.workload) },
  { ...right, gap: 1, heads: ['terms'], priority: 2, cell: ({ plan }) => number(plan.size) },
  { ...right, gap: 1, heads: ['tasks'], priority: 7, cell: ({ plan }) => number(plan.tasks) },
  {
    ...right,
    gap: 1,
    heads: ['workers', 'wkrs'],
    priority: 6,
    cell: (run) => number(workersOf(run)),
  },
  { ...right, heads: ['rounds'], priority: 10, cell: ({ plan }) => number(plan.rounds) },
  { ...right, heads: ['local'], priority: 3, cell: (run) => wallCell(run, 'local') },
  { ...right, heads: ['pool'], priority: 3, cell: (run) => wallCell(run, 'pool') },
  columnIfPartOf('python'),
  columnIfPartOf('ray'),
  { ...right, heads: ['speed-up'], priority: 1, cell: resultOf },
  { ...left, heads: ['interval'], priority: 8, cell: intervalOf },
  {
    ...left,
    heads: ['machine'],
    priority: 11,
    cell: ({ machine }) => plain(machine),
    matters: (runs) => new Set(runs.map(({ machine }) => machine)).size > 1,
    least: 12,
  },
];

/** The walls of an engine that few runs have. */
function columnIfPartOf(id: string): Column {
  return {
    ...right,
    heads: [id],
    priority: 5,
    besides: 3,
    cell: (run) => wallCell(run, id),
    matters: (runs) => runs.some((run) => takesPart(run, id)),
  };
}

/** The last one. */
export const noteColumn: Column = {
  ...left,
  heads: ['note'],
  priority: 9,
  cell: ({ note = '' }) => plain(note),
  matters: (runs) => runs.some(({ note }) => note),
  least: 12,
};

const number = (value: number): Cell => plain(count(value));

const takesPart = ({ plan }: SavedRun, id: string): boolean =>
  plan.cases.some((found) => found.id === id);

/** Blank of a case that the run does not have. */
function wallCell(run: SavedRun, id: string): Cell {
  const time = run.results?.walls[id];
  if (time === undefined) {
    return takesPart(run, id) ? unknown : plain('');
  }

  return plain(duration(time));
}
