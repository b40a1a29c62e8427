import type { State } from '../../core/profile/state.ts';
import type { Picture, Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import { lastTop, pagerPicture } from '../parts/pager.ts';
import { driverLogPage } from './driver-log.ts';
import { helpPicture, lastHelpTop, type HelpView } from './help.ts';

/** A page that can lie over a screen and be scrolled. */
export type PageName = 'help' | 'driver-log';

/** The page on the screen, and the first of its lines that is shown. */
export type Pager =
  | ({ readonly shows: 'help' } & HelpView)
  | { readonly shows: 'driver-log'; readonly top: number };

export type PagesView = { readonly pager: Pager; readonly state: State };

export const pagesPicture = ({ pager, state }: PagesView, room: Room, theme: Theme): Picture =>
  pager.shows === 'help'
    ? helpPicture(pager, room, theme)
    : pagerPicture({ page: driverLogPage(state.profile, room), top: pager.top }, room, theme);

/** The furthest that the page can be scrolled. */
export const lastTopOf = ({ pager, state }: PagesView, room: Room, theme: Theme): number =>
  pager.shows === 'help'
    ? lastHelpTop(pager, room, theme)
    : lastTop(driverLogPage(state.profile, room).rows, room);
