import { columns, contextOf, noteColumn, type TableContext } from '../../core/history/columns.ts';
import { cellIn, layoutOf, type PlacedColumn } from '../../core/history/layout.ts';
import { pathsIn, runIds } from '../../core/history/run-ids.ts';
import type { RunList, SavedRun } from '../../core/report/run-summary.ts';
import { column, widthOf } from '../../core/text/cells.ts';
import { trustMarks } from '../../core/text/glyphs.ts';
import { printable } from '../../core/text/printable.ts';
import { wrap } from '../../core/text/wrap.ts';
import type { Paper } from '../paper.ts';
import { piece, widthIn, type Row } from '../rows.ts';

/** The rows of a list in so many cells. */
type Table = {
  readonly context: TableContext;
  readonly layout: readonly PlacedColumn[];
  /** By the path of a run. */
  readonly ids: ReadonlyMap<string, string>;
  /** Cells of the IDs, and blanks behind them. */
  readonly lead: number;
  /** Cells of all else. */
  readonly room: number;
  /** Notes have rows of their own if they have no column. */
  readonly notesBelow: boolean;
};

const idHead = 'id';

/** A longer ID gets a row of its own: the others would have no room for their numbers. */
const widestId = 12;

/** Blanks behind an ID. */
const gap = 2;

/** A row of heads, and a row for each run that begins with its ID. There must be a run. */
export function historyRows(list: RunList, paper: Paper): readonly Row[] {
  const table = tableOf(list, paper);
  const heads = table.layout.map((placing) =>
    cellIn({ text: placing.head, tone: 'quiet' }, placing),
  );
  return [
    [piece(column(idHead, table.lead), 'quiet'), ...heads],
    ...list.runs.flatMap((run) => runRows(run, table)),
  ];
}

function tableOf(list: RunList, paper: Paper): Table {
  const { runs } = list;
  const ids = runIds(pathsIn(list));
  const lead = gap + leadWidth(runs.map((run) => idOf(run, ids)));
  const room = Math.max(widthIn(paper) - lead, lead);
  const context = contextOf(runs, trustMarks(paper.ascii).note);
  const withNotes = layoutOf([...columns, noteColumn], context, room);
  const notes = withNotes.find(({ cell }) => cell === noteColumn.cell)?.width ?? 0;
  const notesBelow = runs.some(({ note = '' }) => widthOf(note) > notes);
  const layout = notesBelow ? layoutOf(columns, context, room) : withNotes;
  return { context, layout, ids, lead, room, notesBelow };
}

const idOf = ({ path }: SavedRun, ids: ReadonlyMap<string, string>): string => ids.get(path) ?? '';

const leadWidth = (ids: readonly string[]): number =>
  Math.max(...[idHead, ...ids].map(widthOf).filter((width) => width <= widestId));

function runRows(run: SavedRun, { context, layout, ids, ...table }: Table): readonly Row[] {
  const { lead, room, notesBelow } = table;
  const id = idOf(run, ids);
  const cells = layout.map((placing) => cellIn(placing.cell(run, context), placing));
  const notes = notesBelow && run.note ? wrap(printable(run.note), room) : [];
  const below = notes.map((text): Row => [piece(' '.repeat(lead) + text, 'quiet')]);
  return widthOf(id) > lead - gap
    ? [[piece(id, 'strong')], [piece(' '.repeat(lead)), ...cells], ...below]
    : [[piece(column(id, lead), 'strong'), ...cells], ...below];
}
