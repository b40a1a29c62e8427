import { cutTo, widthOf } from '../../core/text/cells.ts';
import { fitted, inAscii, lengthOf, line, piece, type Line } from './line.ts';
import type { Theme } from './theme.ts';
import { arranged, type Zone } from './zone.ts';

export type Room = { readonly columns: number; readonly rows: number };

export const smallest: Room = { columns: 60, rows: 16 };

/** The content of a screen, before rows are shared out among its zones. */
export type Picture = {
  /** The steps of the program, with the current one in capitals: "SETUP", "run", "results". */
  readonly trail: readonly string[];
  /** The name in the frame, from the longest wording to the shortest; "fibtui" if omitted. */
  readonly titles?: readonly string[];
  /** The zones by name, from top to bottom. One name may stand for a zone per case. */
  readonly zones: Readonly<Record<string, Zone | readonly Zone[]>>;
  /** The line of key hints below the frame. */
  readonly keys: Line;
};

/** Columns minus the frame, a blank on each side, and the last column, which stays free. */
export const contentWidth = ({ columns }: Room): number => columns - 5;

/** Rows minus the frame, the keys and the last row, which stays free. */
export const contentHeight = ({ rows }: Room): number => rows - 4;

/** Columns minus a leading blank and the last column, which stays free. */
export const keysWidth = ({ columns }: Room): number => columns - 2;

/** All rows of the screen. The last row and the last column stay blank. */
export function frameOf(picture: Picture, room: Room, theme: Theme): readonly Line[] {
  const rows = drawn(picture, room, theme);
  return theme.ascii ? rows.map(inAscii) : rows;
}

function drawn(picture: Picture, room: Room, theme: Theme): readonly Line[] {
  const { zones, keys } = picture;
  const width = room.columns - 1;
  const height = contentHeight(room);
  const [topLeft, topRight, bottomLeft, bottomRight] = theme.corners;
  const content = arranged(Object.values(zones).flat(), height).flatMap(({ title, variant }) => [
    ...(variant.ruled
      ? [rule(title, { ends: [theme.teeLeft, theme.teeRight], width }, theme)]
      : []),
    ...variant.lines.map((row) => framed(row, width, theme)),
  ]);
  const blanks = Array.from({ length: Math.max(0, height - content.length) }, () =>
    framed([], width, theme),
  );
  return [
    titleRule(picture, { ends: [topLeft, topRight], width }, theme),
    ...content.slice(0, height),
    ...blanks,
    rule([], { ends: [bottomLeft, bottomRight], width }, theme),
    fitted([piece(' '), ...keys], width),
  ];
}

function framed(row: Line, width: number, { vertical }: Theme): Line {
  const side = piece(vertical, 'frame');
  return [side, ...fitted([piece(' '), ...row], width - 3), piece(' '), side];
}

type RuleRoom = { readonly ends: readonly [left: string, right: string]; readonly width: number };

function rule(title: Line, { ends: [left, right], width }: RuleRoom, { horizontal }: Theme): Line {
  if (title.length === 0) {
    return [piece(left + horizontal.repeat(width - 2) + right, 'frame')];
  }

  const shown = fitted(title, Math.min(lengthOf(title), width - 7));
  const tail = horizontal.repeat(width - 5 - lengthOf(shown)) + right;
  return [piece(`${left}${horizontal} `, 'frame'), ...shown, piece(` ${tail}`, 'frame')];
}

function titleRule(
  { trail, titles = ['fibtui'] }: Picture,
  { ends, width }: RuleRoom,
  theme: Theme,
): Line {
  const path = trail.join(theme.ascii ? ' > ' : ' · ');
  const room = width - widthOf(path) - 8;
  const name = titles.find((title) => widthOf(title) <= room) ?? titles.at(-1) ?? '';
  const shown = cutTo(name, room);
  const fill = room - widthOf(shown);
  return line(
    piece(`${ends[0]}${theme.horizontal} `, 'frame'),
    piece(shown, 'strong'),
    piece(` ${theme.horizontal.repeat(Math.max(0, fill))} `, 'frame'),
    piece(path, 'strong'),
    piece(` ${theme.horizontal}${ends[1]}`, 'frame'),
  );
}

/** The only line in a window below the smallest size: the longest wording that fits. */
export function tooSmall({ columns, rows }: Room): Line {
  const width = Math.max(0, columns - 1);
  const needed = `${smallest.columns}x${smallest.rows}`;
  const wordings = [
    `fibtui needs ${needed}, this window is ${columns}x${rows}`,
    `fibtui needs ${needed}, not ${columns}x${rows}`,
    `fibtui needs ${needed}`,
    `needs ${needed}`,
    needed,
    'fibtui',
    '',
  ];
  return fitted(line(wordings.find(({ length }) => length <= width) ?? ''), width);
}

export const isTooSmall = ({ columns, rows }: Room): boolean =>
  columns < smallest.columns || rows < smallest.rows;
