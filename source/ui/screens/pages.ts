import type { State } from '../../core/state.ts';
import type { Room } from '../frame.ts';
import type { Theme } from '../theme.ts';
import { driverLogPage } from './driver-log.ts';
import { helpPage } from './help.ts';
import type { Page } from './pager.ts';

/** What may lie over a screen, to be scrolled. */
export type PageName = 'help' | 'driver-log';

export const pageOf = (name: PageName, { profile }: State, room: Room, theme: Theme): Page =>
  name === 'help' ? helpPage(theme) : driverLogPage(profile, room);
