import type { State } from '../../core/profile/state.ts';
import type { Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import { driverLogPage } from './driver-log.ts';
import { helpPage } from './help.ts';
import type { Page } from '../parts/pager.ts';

/** What may lie over a screen, to be scrolled. */
export type PageName = 'help' | 'driver-log';

export const pageOf = (name: PageName, { profile }: State, room: Room, theme: Theme): Page =>
  name === 'help' ? helpPage(theme) : driverLogPage(profile, room);
