import type { Picture, Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import { helpPicture, lastHelpTop, type HelpView } from './help.ts';

/** The page that lies over a screen. */
export type Pager = { readonly shows: 'help' } & HelpView;

export const pagesPicture = (pager: Pager, room: Room, theme: Theme): Picture =>
  helpPicture(pager, room, theme);

/** The furthest that the page can be scrolled. */
export const lastTopOf = (pager: Pager, room: Room, theme: Theme): number =>
  lastHelpTop(pager, room, theme);
