import {
  contentHeight,
  contentWidth,
  keysWidth,
  type Picture,
  type Room,
} from '../canvas/frame.ts';
import { keyHints, type KeyHint } from '../canvas/key-hints.ts';
import { emptyLine, fitted, justified, lengthOf, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed } from '../canvas/zone.ts';
import { chapters, type Chapter } from './help-text.ts';

export type HelpView = {
  /** The first line that is shown. */
  readonly top: number;
  /** The screen below: its chapter comes first. */
  readonly over: string;
  /** What is typed to find lines; absent while all are shown. */
  readonly find?: string;
};

const termWidth = 12;

/** Holds the longest entry. */
const columnWidth = 55;

const gap = 3;

/** How many columns stand side by side. The text runs from one to the next. */
export const columnsIn = (room: Room): number =>
  Math.max(1, Math.floor((contentWidth(room) + gap) / (columnWidth + gap)));

/** What a key scrolls by: in several columns a whole one, so that no chapter is torn apart. */
export const helpStep = (room: Room): number => (columnsIn(room) > 1 ? contentHeight(room) : 1);

/** All keys and words, or those that were looked for. */
export function helpPicture(view: HelpView, room: Room, theme: Theme): Picture {
  const rows = helpRows(view, room, theme);
  const height = contentHeight(room);
  const top = Math.min(view.top, lastHelpTop(view, room, theme));
  const lines = Array.from({ length: height }, (_, row) =>
    Array.from({ length: columnsIn(room) }, (__, column) => [
      ...(column > 0 ? [piece(' '.repeat(gap))] : []),
      ...fitted(rows[top + column * height + row] ?? [], columnWidth),
    ]).flat(),
  );
  const shown = Math.min(rows.length - top, height * columnsIn(room));
  return {
    trail: ['HELP'],
    zones: {
      page: fixed(bare(rows.length > 0 ? lines : [line(nothingFound(view))])),
    },
    keys: keysOf(view, { top, shown, all: rows.length }, { room, theme }),
  };
}

/** The furthest that the help can be scrolled. */
export function lastHelpTop(view: HelpView, room: Room, theme: Theme): number {
  const step = helpStep(room);
  const beyond = helpRows(view, room, theme).length - contentHeight(room) * columnsIn(room);
  return Math.max(0, Math.ceil(beyond / step) * step);
}

const nothingFound = ({ find = '' }: HelpView): string => `Nothing in the help has "${find}".`;

/** In several columns a chapter begins in the next one, if it fits there and not in this one. */
function helpRows({ over, find }: HelpView, room: Room, theme: Theme): readonly Line[] {
  const column = columnsIn(room) > 1 ? contentHeight(room) : Number.POSITIVE_INFINITY;
  const rows: Line[] = [];
  for (const chapter of chapters(theme, over)) {
    const lines = linesOf(foundIn(chapter, find));
    const used = column === Number.POSITIVE_INFINITY ? rows.length : rows.length % column;
    const isTorn = used + 1 + lines.length > column && lines.length <= column;
    const blanks = used > 0 && lines.length > 0 ? (isTorn ? column - used : 1) : 0;
    rows.push(...Array.from({ length: blanks }, () => emptyLine), ...lines);
  }

  return rows;
}

const linesOf = ({ title, entries }: Chapter): readonly Line[] =>
  entries.length === 0
    ? []
    : [
        line(piece(title, 'strong')),
        ...entries.map(([term, meaning]) =>
          line(piece(`  ${term.padEnd(termWidth)} `, 'cursor'), meaning),
        ),
      ];

function foundIn({ title, entries }: Chapter, find = ''): Chapter {
  const sought = find.toLowerCase();
  return {
    title,
    entries: entries.filter((entry) => entry.join(' ').toLowerCase().includes(sought)),
  };
}

type Place = { readonly top: number; readonly shown: number; readonly all: number };

function keysOf(
  { find }: HelpView,
  { top, shown, all }: Place,
  { room, theme }: { readonly room: Room; readonly theme: Theme },
): Line {
  const width = keysWidth(room);
  const place = all > 0 ? `lines ${top + 1} to ${top + shown} of ${all}` : '';
  const left = width - place.length - 2;
  const hints = find === undefined ? browsingHints(left, theme) : findingLine(find);
  return justified(fitted(hints, left), line(piece(place, 'quiet')), width);
}

/** As many as fit; the help itself says all of them. */
function browsingHints(width: number, { arrows }: Theme): Line {
  const hints: readonly KeyHint[] = [
    { keys: 'esc', does: ['back'] },
    { keys: '/', does: ['find'] },
    { keys: arrows.upDown, does: ['scroll'] },
    { keys: 'pgup pgdn', does: ['page'] },
  ];
  const ways = hints.map((_, index) => hints.slice(0, hints.length - index));
  const rows = ways.map((way) => keyHints(way, Number.POSITIVE_INFINITY));
  return rows.find((row) => lengthOf(row) <= width) ?? [];
}

const findingLine = (find: string): Line =>
  line('find: ', piece(`${find}_`, 'cursor'), '   ', piece('esc', 'key'), ' shows all');
