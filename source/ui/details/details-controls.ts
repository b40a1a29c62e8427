import type { State } from '../../core/profile/state.ts';
import { reportOf } from '../../core/report/report-of.ts';
import type { Session } from '../../core/session/session.ts';
import { contentHeight, type Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import type { KeyPress } from '../input/keys.ts';
import { neighbour, type Direction } from '../input/steps.ts';
import type { Held } from '../input/use-held.ts';
import { firstPlace, lastTopOf, type DetailsPlace } from './details.ts';
import { pagesOf } from './pages.ts';

export type DetailsKeyTargets = {
  readonly session: Pick<Session, 'version'>;
  readonly state: State;
  /** Undefined while no details lie over the results. */
  readonly details: Held<DetailsPlace | undefined>;
  readonly room: Room;
  readonly theme: Theme;
  readonly quit: () => void;
};

/** Opens the details of the results. */
export const openDetails = ({ details }: Pick<DetailsKeyTargets, 'details'>): void =>
  details.set(firstPlace);

/** A key on the details of the results. */
export function onDetails(targets: DetailsKeyTargets, key: KeyPress): void {
  const { details, room, quit } = targets;
  switch (key) {
    case 'tab':
      return turn(targets, 1);
    case 'shift+tab':
      return turn(targets, -1);
    case 'up':
      return scroll(targets, -1);
    case 'down':
      return scroll(targets, 1);
    case 'pageup':
      return scroll(targets, -rowsAPage(room));
    case 'pagedown':
      return scroll(targets, rowsAPage(room));
    case 'd':
    case 'escape':
      return details.set(undefined);
    case 'q':
      return quit();
    default:
  }
}

function turn({ details, state }: DetailsKeyTargets, direction: Direction): void {
  const place = details.latest();
  if (place && state.profile) {
    const pages = pagesOf({ profile: state.profile });
    details.set({ page: neighbour(pages, place.page, direction), top: 0 });
  }
}

function scroll({ details, state, session, room, theme }: DetailsKeyTargets, rows: number): void {
  const place = details.latest();
  const report = reportOf(state, session.version);
  if (place && report && state.profile) {
    const last = lastTopOf({ place, report, profile: state.profile }, room, theme);
    details.set({ ...place, top: Math.min(Math.max(place.top + rows, 0), last) });
  }
}

/** The last two rows of a page are repeated on the next one. */
const rowsAPage = (room: Room): number => contentHeight(room) - 2;
