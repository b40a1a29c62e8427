import { longDate } from '../../core/text/date.ts';
import { cutTo, widthOf } from '../../core/text/cells.ts';
import { counted } from '../../core/text/format.ts';
import { contentHeight, contentWidth, type Picture, type Room } from '../canvas/frame.ts';
import { justified, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, heightOf, ruled } from '../canvas/zone.ts';
import { itemAt, itemsOf, type HistoryView } from './cursor.ts';
import { detailRows } from './details.ts';
import { keysLine } from './history-keys.ts';
import { tableRows } from './table.ts';

/** One row for each saved run, and below them all that is known of the one under the cursor. */
export function historyPicture(view: HistoryView, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  const height = contentHeight(room);
  const detail = ruled(detailRows(view, { width, rows: detailHeight(height) }));
  const rows = height - heightOf(detail) - 1;
  return {
    trail: ['HISTORY'],
    zones: {
      head: fixed(bare([headRow(view, width)])),
      list: fixed(bare(tableRows(view, { width, rows }, theme))),
      detail: fixed({ ...detail, title: detailTitle(view) }),
    },
    keys: keysLine(view, room, theme),
  };
}

/** A quarter of the window, since most of it is for the list, and no more than the details of a run usually need. */
const detailHeight = (height: number): number => Math.min(Math.max(3, Math.floor(height / 4)), 7);

function detailTitle(view: HistoryView): Line {
  const item = itemAt(view);
  return item?.type === 'run' ? line(piece(longDate(item.run.when), 'strong')) : [];
}

/** What is typed takes the row; otherwise it says where the user is. */
function headRow(view: HistoryView, width: number): Line {
  const { doing, filter, marked } = view;
  if (doing.type === 'filtering') {
    return typedRow('Show only runs with', filter, width);
  }

  if (doing.type === 'annotating') {
    return typedRow('Note', doing.text, width);
  }

  return justified(
    line(piece(placeText(view), 'strong')),
    line(piece(marked.size > 0 ? `${marked.size} marked` : '', 'cursor')),
    width,
  );
}

/** The end of a text that is longer than its row is what is being typed. */
function typedRow(name: string, text: string, width: number): Line {
  const room = width - name.length - 3;
  let shown = text;
  while (widthOf(shown) > room) {
    shown = Array.from(shown).slice(1).join('');
  }

  return line(piece(`${name}  `, 'strong'), piece(`${cutTo(shown, room)}_`, 'cursor'));
}

/** "2 of 3 runs, and 1 file that cannot be opened"; with a filter those that it shows. */
function placeText(view: HistoryView): string {
  const { list, at, filter } = view;
  if (!list) {
    return 'reading the saved runs';
  }

  const items = itemsOf(view);
  const runs = items.filter(({ type }) => type === 'run').length;
  const files = items.length - runs;
  const saved = positionText(at, counted(runs, 'run'), runs);
  const damaged =
    files > 0
      ? `, and ${positionText(at - runs, counted(files, 'file'), files)} that cannot be opened`
      : '';
  return `${saved}${filter === '' ? '' : ` with "${filter}"`}${damaged}`;
}

/** "3 runs", or "2 of 3 runs" if the cursor is on one of them. */
const positionText = (at: number, text: string, length: number): string =>
  at >= 0 && at < length ? `${at + 1} of ${text}` : text;
