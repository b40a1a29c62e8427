import type { Session } from '../core/session/session.ts';
import type { State } from '../core/profile/state.ts';
import type { DetailsPlace } from './details/details.ts';
import type { HistoryView } from './history/cursor.ts';
import type { Pager } from './pages/pages.ts';
import type { Place } from './run/use-profiler.ts';
import type { SetupPlace } from './setup/setup-keys.ts';
import type { TimelineView } from './timeline/timeline.ts';

export type ScreenName =
  | 'setup'
  | 'run'
  | 'results'
  | 'details'
  | 'replay'
  | 'timeline'
  | 'history'
  | 'pages';

/** Everything that decides which screen is shown. */
export type Situation = {
  /** The session on the screen: the program's own, or a saved run that was opened from the list. */
  readonly session: Pick<Session, 'playback'>;
  readonly state: State;
  readonly place: Place;
  /** Undefined while the list of saved runs is closed. */
  readonly history: HistoryView | undefined;
  /** Undefined while no timeline lies over the screen. */
  readonly timeline: TimelineView | undefined;
  /** Undefined while no details lie over the results. */
  readonly details: DetailsPlace | undefined;
  /** Undefined while no page lies over the screen. */
  readonly pager: Pager | undefined;
};

/** The screen that is shown: the picture and the keys both come from its row in `screens.ts`. */
export function screenOf(situation: Situation): ScreenName {
  const { session, state, history, timeline, details, pager } = situation;
  if (pager) {
    return 'pages';
  }

  if (history && !history.opened) {
    return 'history';
  }

  if (timeline && state.profile) {
    return 'timeline';
  }

  const stage = stageOf(situation);
  if (details && stage === 'results') {
    return 'details';
  }

  return session.playback ? 'replay' : stage;
}

/** A screen of a profile: before it runs, while it runs, after it ended. A replay shows all three. */
export type Stage = 'setup' | 'run' | 'results';

export function stageOf({
  session,
  state,
  place,
}: Pick<Situation, 'session' | 'state' | 'place'>): Stage {
  const { profile } = state;
  if (!profile || (place !== 'profile' && !session.playback)) {
    return 'setup';
  }

  // There is no report without a machine.
  return profile.under.machine && profile.activity.type === 'ended' ? 'results' : 'run';
}

/** Whether a profile is being measured: `q` must not quit then. */
export function isMeasuring({
  session,
  state: { profile },
  place,
}: Pick<Situation, 'session' | 'state' | 'place'>): boolean {
  const runs = profile !== undefined && profile.activity.type !== 'ended';
  return runs && place === 'profile' && !session.playback;
}

/** A replay that stands before its profile shows the setup screen at rest. */
export const setupPlaceOf = ({ place }: Pick<Situation, 'place'>): SetupPlace =>
  place === 'profile' ? 'setup' : place;
