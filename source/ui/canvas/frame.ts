import { cutTo, widthOf } from '../../core/text/cells.ts';
import {
  bodyRows,
  leastHeight,
  ruleLine,
  sectionLines,
  withMeeting,
  type Section,
  type Zones,
} from './body.ts';
import { fitted, inAscii, line, piece, type Line } from './line.ts';
import type { Theme } from './theme.ts';

export type Room = { readonly columns: number; readonly rows: number };

export const smallest: Room = { columns: 60, rows: 16 };

/** The content of a screen, before rows are shared out among its zones. */
export type Picture = {
  /** The steps of the program, with the current one in capitals: "SETUP", "run", "results". */
  readonly trail: readonly string[];
  /** The name in the frame, from the longest wording to the shortest; "fibtui" if omitted. */
  readonly titles?: readonly string[];
  /** Over the whole width, or in the left pane. */
  readonly zones: Zones;
  /** In a pane to the right. Both panes are drawn in the widths of `panesOf`. */
  readonly aside?: Zones;
  /** Below both panes, over the whole width. */
  readonly below?: Zones;
  /** The line of key hints below the frame. */
  readonly keys: Line;
};

/** Columns minus the frame, a blank on each side, and the last column, which stays free. */
export const contentWidth = ({ columns }: Room): number => columns - 5;

/** The content widths of two panes side by side: what `contentWidth` has, less the line between them. */
export function panesOf(room: Room): { readonly left: number; readonly right: number } {
  const both = contentWidth(room) - 3;
  const right = Math.floor(both / 2);
  return { left: both - right, right };
}

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
  const width = room.columns - 1;
  const { zones, aside, below = {}, keys } = picture;
  const [topLeft, topRight, bottomLeft, bottomRight] = theme.corners;
  const height = contentHeight(room);
  const upper = upperSection(
    { zones, ...(aside ? { aside } : {}) },
    height - leastHeight(below),
    room,
  );
  const lowerRows = bodyRows(below, height - heightOf(upper));
  const lower = { panes: [lowerRows], widths: [width - 2] };
  const upperHeight = lowerRows.length > 0 ? heightOf(upper) : height;
  const cell = aside ? 1 + (upper.widths[0] ?? 0) : undefined;
  const bottom = line(
    piece(bottomLeft, 'frame'),
    ...ruleLine([], width - 2, theme),
    piece(bottomRight, 'frame'),
  );
  const [first, ...others] = sectionLines(lower, height - upperHeight, theme);
  const closing = (rule: Line) => withMeeting(rule, { cell, glyph: theme.teeUp }, theme);
  return [
    withMeeting(
      titleRule(picture, { ends: [topLeft, topRight], width }, theme),
      { cell, glyph: theme.teeDown },
      theme,
    ),
    ...sectionLines(upper, upperHeight, theme),
    ...(first ? [closing(first), ...others] : []),
    first ? bottom : closing(bottom),
    fitted([piece(' '), ...keys], width),
  ];
}

/** The zones, and those beside them if there are any. */
function upperSection(
  { zones, aside }: Pick<Picture, 'zones' | 'aside'>,
  height: number,
  room: Room,
): Section {
  if (!aside) {
    return { panes: [bodyRows(zones, height)], widths: [room.columns - 3] };
  }

  const { left, right } = panesOf(room);
  return {
    panes: [bodyRows(zones, height), bodyRows(aside, height)],
    widths: [left + 2, right + 2],
  };
}

const heightOf = ({ panes }: Section): number => Math.max(...panes.map(({ length }) => length));

type RuleRoom = { readonly ends: readonly [left: string, right: string]; readonly width: number };

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
