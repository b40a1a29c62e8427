import type { State } from '../../core/profile/state.ts';
import type { Picture, Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import { lastTop, pagerPicture, type Page } from '../parts/pager.ts';
import { driverLogPage } from './driver-log.ts';
import { helpPage } from './help.ts';

/** A page that can lie over a screen and be scrolled. */
export type PageName = 'help' | 'driver-log';

/** The page on the screen, and the first of its lines that is shown. */
export type Pager = { readonly shows: PageName; readonly top: number };

export type PagesView = { readonly pager: Pager; readonly state: State };

export const pagesPicture = ({ pager, state }: PagesView, room: Room, theme: Theme): Picture =>
  pagerPicture({ page: pageOf({ pager, state }, room, theme), top: pager.top }, room, theme);

/** The furthest that the page can be scrolled. */
export const lastTopOf = (view: PagesView, room: Room, theme: Theme): number =>
  lastTop(pageOf(view, room, theme).rows, room);

const pageOf = ({ pager, state }: PagesView, room: Room, theme: Theme): Page =>
  pager.shows === 'help' ? helpPage(theme) : driverLogPage(state.profile, room);
