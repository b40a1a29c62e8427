import { contentHeight, contentWidth, type Picture, type Room } from '../canvas/frame.ts';
import { fitted, line, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed } from '../canvas/zone.ts';

/** Lines to scroll through. */
export type Page = {
  readonly title: string;
  readonly rows: readonly Line[];
  /** The key that closes the page. */
  readonly back: string;
};

/** The lines of a page from `top` on. */
export function pagerPicture(
  { page: { title, rows, back }, top }: { readonly page: Page; readonly top: number },
  room: Room,
  theme: Theme,
): Picture {
  const first = Math.min(top, lastTop(rows, room));
  const shown = rows.slice(first, first + contentHeight(room));
  const place = `${first + 1} to ${first + shown.length} of ${rows.length}`;
  const width = contentWidth(room);
  return {
    trail: [title],
    zones: { page: fixed(bare(shown.map((row) => fitted(row, width)))) },
    keys: line(`${theme.arrows.upDown} scroll  pgup pgdn page  ${back} back   lines ${place}`),
  };
}

/** The highest scroll position. */
export const lastTop = (rows: readonly Line[], room: Room): number =>
  Math.max(0, rows.length - contentHeight(room));
