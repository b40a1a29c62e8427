import { fit, widthOf } from '../../core/text/cells.ts';
import type { SavedRun } from '../../core/report/run-summary.ts';
import { emptyLine, fitted, line, piece, type Line, type Piece } from '../canvas/line.ts';
import { oneRow } from '../canvas/paragraphs.ts';
import type { Theme } from '../canvas/theme.ts';
import type { TableContext } from './columns.ts';
import { itemsOf, type HistoryView } from './cursor.ts';
import { pathOf, type HistoryItem } from './items.ts';
import { layoutOf, type PlacedColumn } from './layout.ts';
import { fileName, type Cell } from './run-texts.ts';

export type TableRoom = { readonly width: number; readonly rows: number };

/** The cursor, the mark, and a blank. */
const leadWidth = 3;

/** A row of heads, and the rows around the cursor: always as many as there is room for. */
export function tableRows(
  view: HistoryView,
  { width, rows }: TableRoom,
  theme: Theme,
): readonly Line[] {
  const items = itemsOf(view);
  const shown = items.length > 0 ? rowsAround(view, { width, rows }, theme) : emptyRows(view);
  return Array.from({ length: rows }, (_, row) => shown[row] ?? emptyLine);
}

function emptyRows({ list, filter }: HistoryView): readonly Line[] {
  if (!list) {
    return [];
  }

  if (filter !== '') {
    return [line('No run has that in its row.')];
  }

  const promise = list.unsaved ? '' : ' yet: every run that ends on this screen will be';
  return [line(`No run is saved${promise}.`)];
}

function rowsAround(view: HistoryView, { width, rows }: TableRoom, theme: Theme): readonly Line[] {
  const items = itemsOf(view);
  // Of all runs, so that nothing moves while the user scrolls or filters.
  const runs = view.list?.runs ?? [];
  const years = runs.map(({ when }) => new Date(when).getFullYear());
  const context: TableContext = { runs, year: Math.max(...years), theme };
  const layout = layoutOf(context, width - leadWidth);
  const room = rows - 1;
  const first = Math.max(0, Math.min(view.at - Math.floor(room / 2), items.length - room));
  return [
    [piece(' '.repeat(leadWidth)), ...headRow(layout)],
    ...items.slice(first, first + room).map((item, row) => {
      const chosen = first + row === view.at;
      const lead = leadOf({ chosen, marked: view.marked.has(pathOf(item)) }, theme);
      const content = itemRow(item, { layout, context, chosen, width: width - leadWidth });
      return fitted([...lead, ...content], width);
    }),
  ];
}

const leadOf = (
  { chosen, marked }: { readonly chosen: boolean; readonly marked: boolean },
  { marks }: Theme,
): Line => [
  piece(chosen ? '>' : ' ', 'cursor'),
  piece(marked ? marks.good : ' ', 'cursor'),
  piece(' '),
];

const headRow = (layout: readonly PlacedColumn[]): Line =>
  layout.map((column) => placed({ text: column.head, tone: 'quiet' }, column));

type RowContext = {
  readonly layout: readonly PlacedColumn[];
  readonly context: TableContext;
  readonly chosen: boolean;
  readonly width: number;
};

const itemRow = (item: HistoryItem, row: RowContext): Line =>
  item.type === 'run'
    ? runRow(item.run, row)
    : line(
        piece(oneRow([`${fileName(item.file.path)} ${item.file.reason}`], row.width), 'warning'),
      );

const runRow = (run: SavedRun, { layout, context, chosen }: RowContext): Line =>
  layout.map((column) => {
    const { text, tone } = column.cell(run, context);
    return placed({ text, tone: chosen && tone === 'plain' ? 'strong' : tone }, column);
  });

/** A cell in its column, with the blanks before it. */
function placed({ text, tone }: Cell, { align, gap, width }: PlacedColumn): Piece {
  const kept = fit(widthOf(text) > width ? oneRow([text], width) : text, width);
  const rest = ' '.repeat(width - kept.width);
  const filled = align === 'left' ? kept.text + rest : rest + kept.text;
  return piece(' '.repeat(gap) + filled, tone);
}
