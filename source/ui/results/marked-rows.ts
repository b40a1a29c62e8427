import { wrap } from '../../core/text/wrap.ts';
import { widthOf } from '../../core/text/cells.ts';
import { line, type Line, type Piece } from '../canvas/line.ts';
import { marginOf } from '../parts/margin.ts';

/** A text behind a mark or a key. */
export type Marked = { readonly mark: Piece; readonly text: string };

const gap = 2;

/** Cells of the column in which the marks of some texts stand; 0 if they have none. */
export function markWidth(items: readonly Marked[]): number {
  const widest = Math.max(0, ...items.map(({ mark }) => widthOf(mark.text)));
  return widest > 0 ? widest + gap : 0;
}

export type MarkedRoom = {
  readonly width: number;
  /** Cells of the marks. */
  readonly marks: number;
  /** Of one text; all that it needs if omitted. */
  readonly rows?: number;
};

/** The rows of a text, indented behind its mark. One that is cut ends in " …". */
export function markedRows(
  { mark, text }: Marked,
  { width, marks, rows = Number.POSITIVE_INFINITY }: MarkedRoom,
): readonly Line[] {
  const margin = marginOf(width);
  const room = Math.max(1, width - margin.length - marks);
  const whole = wrap(text, room);
  const shown =
    whole.length <= rows
      ? whole
      : [...wrap(text, room).slice(0, rows - 1), cutRow(whole[rows - 1]!, room)];
  return shown.map((row, index) =>
    index === 0
      ? line(margin, { ...mark, text: mark.text.padEnd(marks) }, row)
      : line(margin, ' '.repeat(marks), row),
  );
}

const more = ' ...';

function cutRow(row: string, room: number): string {
  let shown = row;
  while (shown.includes(' ') && widthOf(shown) + more.length > room) {
    shown = shown.replace(/ \S*$/, '');
  }

  return shown + more;
}
