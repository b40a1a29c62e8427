import { createLatestCache } from '../../core/latest-cache.ts';
import type { SavedRun } from '../../core/report/run-summary.ts';
import { emptyLine, fitted, line, piece, type Line } from '../canvas/line.ts';
import { clipped, oneRow, type Paragraph } from '../canvas/paragraphs.ts';
import type { Theme } from '../canvas/theme.ts';
import { columns, contextOf, noteColumn, type TableContext } from '../../core/history/columns.ts';
import { itemsOf, type HistoryView } from './cursor.ts';
import { pathOf, type HistoryItem } from './items.ts';
import { cellIn, layoutOf, widthOfLayout, type PlacedColumn } from '../../core/history/layout.ts';
import { plotHead, plotOf, plotRow, type Plot } from './plot.ts';
import { fileName } from '../../core/history/run-texts.ts';

export type TableRoom = { readonly width: number; readonly rows: number };

/** The cursor, the mark, and a blank. */
const leadWidth = 3;

/** A row of heads, and the rows around the cursor: always as many as there is room for. */
export function tableRows(
  view: HistoryView,
  { width, rows }: TableRoom,
  theme: Theme,
): readonly Line[] {
  const shown =
    itemsOf(view).length > 0
      ? rowsAround(view, { width, rows }, theme)
      : clipped(emptyText(view), { width, height: rows });
  return Array.from({ length: rows }, (_, row) => shown[row] ?? emptyLine);
}

/** Why there is no row. */
function emptyText({ list, filter }: HistoryView): readonly Paragraph[] {
  if (!list) {
    return [];
  }

  if (filter !== '') {
    return [{ text: 'No saved run matches.', tone: 'plain' }];
  }

  const promise = list.unsaved ? '' : ' yet: every run that ends on this screen will be';
  return [{ text: `No run is saved${promise}.`, tone: 'plain' }];
}

function rowsAround(view: HistoryView, { width, rows }: TableRoom, theme: Theme): readonly Line[] {
  const items = itemsOf(view);
  // Of all runs, so that nothing moves while the user scrolls or filters.
  const table = tableOf(view.list?.runs ?? [], width - leadWidth, theme);
  const room = rows - 1;
  const first = Math.max(0, Math.min(view.at - Math.floor(room / 2), items.length - room));
  return [
    [piece(' '.repeat(leadWidth)), ...headRow(table)],
    ...items.slice(first, first + room).map((item, row) => {
      const chosen = first + row === view.at;
      const lead = leadOf({ chosen, marked: view.marked.has(pathOf(item)) }, theme);
      return fitted([...lead, ...itemRow(item, table, chosen)], width);
    }),
  ];
}

/** How the rows of a list are drawn in so many cells. */
type Table = {
  readonly context: TableContext;
  readonly layout: readonly PlacedColumn[];
  readonly plot: Plot | undefined;
  readonly width: number;
  readonly theme: Theme;
};

const tables = createLatestCache<readonly SavedRun[], Table>();

const tableOf = (runs: readonly SavedRun[], width: number, theme: Theme): Table =>
  tables(runs, [width, theme], () => {
    const context = contextOf(runs, theme.marks.note);
    const layout = layoutOf([...columns, noteColumn], context, width);
    return { context, layout, plot: plotOf(runs, width - widthOfLayout(layout)), width, theme };
  });

const leadOf = (
  { chosen, marked }: { readonly chosen: boolean; readonly marked: boolean },
  { marks }: Theme,
): Line => [
  piece(chosen ? '>' : ' ', 'cursor'),
  piece(marked ? marks.good : ' ', 'cursor'),
  piece(' '),
];

const headRow = ({ layout, plot, theme }: Table): Line => [
  ...layout.map((column) => cellIn({ text: column.head, tone: 'quiet' }, column)),
  ...plotHead(plot, theme),
];

const itemRow = (item: HistoryItem, table: Table, chosen: boolean): Line =>
  item.type === 'run'
    ? runRow(item.run, table, chosen)
    : line(
        piece(oneRow([`${fileName(item.file.path)} ${item.file.reason}`], table.width), 'warning'),
      );

const runRow = (run: SavedRun, { layout, context, plot, theme }: Table, chosen: boolean): Line => [
  ...layout.map((column) => {
    const { text, tone } = column.cell(run, context);
    return cellIn({ text, tone: chosen && tone === 'plain' ? 'strong' : tone }, column);
  }),
  ...plotRow(run, plot, theme),
];
