import type { Picture, Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import { lastTop, pagerPicture } from '../parts/pager.ts';
import { helpPage } from './help.ts';

/** A page that can lie over a screen and be scrolled. */
export type PageName = 'help';

/** The page on the screen, and the first of its lines that is shown. */
export type Pager = { readonly shows: PageName; readonly top: number };

export const pagesPicture = ({ top }: Pager, room: Room, theme: Theme): Picture =>
  pagerPicture({ page: helpPage(theme), top }, room, theme);

/** The furthest that the page can be scrolled. */
export const lastTopOf = (room: Room, theme: Theme): number => lastTop(helpPage(theme).rows, room);
