import { contentWidth, type Picture, type Room } from '../frame.ts';
import { fitted, line, piece, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare } from '../zone.ts';
import { chapters } from './help-text.ts';

const termWidth = 11;

/** The lines of the help, from `top` on as far as there is room. */
export function helpPicture(top: number, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  const rows = helpRows(theme).map((row) => fitted(row, width));
  const height = room.rows - 4;
  const first = Math.min(top, lastTop(room, theme));
  const shown = rows.slice(first, first + height);
  const place = `${first + 1} to ${first + shown.length} of ${rows.length}`;
  return {
    trail: ['HELP'],
    zones: [{ title: [], priority: 0, variants: [bare(shown)] }],
    keys: line(`${theme.arrows.upDown} scroll  pgup pgdn page  ? back   lines ${place}`),
  };
}

/** The furthest that the help can be scrolled. */
export const lastTop = ({ rows }: Room, theme: Theme): number =>
  Math.max(0, helpRows(theme).length - (rows - 4));

const helpRows = (theme: Theme): readonly Line[] =>
  chapters(theme).flatMap(({ title, entries }, index) => [
    ...(index > 0 ? [[]] : []),
    line(piece(title, 'strong')),
    ...entries.map(([term, meaning]) =>
      line(piece(`  ${term.padEnd(termWidth)} `, 'cursor'), meaning),
    ),
  ]);
