import type { Session } from '../../core/session/session.ts';
import type { State } from '../../core/profile/state.ts';
import type { Room } from '../canvas/frame.ts';
import type { KeyPress } from '../input/keys.ts';
import type { Held } from '../input/use-held.ts';
import type { Cancelling } from './run-keys.ts';
import { pageCount } from './run-room.ts';

export type RunKeyTargets = {
  readonly session: Session;
  readonly state: State;
  readonly cancelling: Held<Cancelling>;
  /** The page of the workers, from 0. */
  readonly page: Held<number>;
  readonly detailed: Held<boolean>;
  readonly room: Room;
  readonly openTimeline: () => void;
};

/** A key during a run. */
export function onRun(targets: RunKeyTargets, key: KeyPress): void {
  const { cancelling, openTimeline } = targets;
  if (key === 'pageup' || key === 'pagedown') {
    turnPage(targets, key);
  } else if (key === 'g' && cancelling.latest() !== 'asking') {
    openTimeline();
  } else if (key === 'd' && cancelling.latest() !== 'asking') {
    toggleRunDetails(targets);
  } else if (cancelling.latest() !== 'stopping') {
    onCancelling(targets, key);
  }
}

/** Escape asks, a second Escape cancels, any other key goes on. */
function onCancelling({ session, cancelling }: RunKeyTargets, key: KeyPress): void {
  if (key === 'escape' && cancelling.latest() === 'asking') {
    cancelling.set('stopping');
    session.cancel();
  } else {
    cancelling.set(key === 'escape' ? 'asking' : 'no');
  }
}

export const toggleRunDetails = ({ detailed }: Pick<RunKeyTargets, 'detailed'>): void =>
  detailed.set(!detailed.latest());

export type PageTurn = 'pageup' | 'pagedown';

/** Turns the pages of the workers. */
export function turnPage(
  { page, state, room }: Pick<RunKeyTargets, 'page' | 'state' | 'room'>,
  key: PageTurn,
): void {
  if (state.profile) {
    const turned = page.latest() + (key === 'pagedown' ? 1 : -1);
    page.set(Math.min(Math.max(turned, 0), pageCount(state.profile, room) - 1));
  }
}
