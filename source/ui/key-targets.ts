import type { Session } from '../core/session/session.ts';
import type { State } from '../core/profile/state.ts';
import type { Room } from './canvas/frame.ts';
import type { Theme } from './canvas/theme.ts';
import type { DetailsPlace } from './details/details.ts';
import type { HistoryActions } from './history/use-history.ts';
import type { Held } from './input/use-held.ts';
import type { Pager } from './pages/pages.ts';
import type { Cancelling } from './run/run-keys.ts';
import type { Place, Profiler } from './run/use-profiler.ts';
import type { Form } from './setup/form-state.ts';
import type { Situation } from './situation.ts';
import type { TimelineView } from './timeline/timeline.ts';

/** Everything that keys read and change; each room takes the part it needs. Rebuilt for every key press. */
export type KeyTargets = {
  /** The session on the screen: the program's own, or a saved run that was opened from the list. */
  readonly session: Session;
  readonly state: State;
  readonly place: Place;
  readonly measuring: boolean;
  readonly form: Held<Form>;
  readonly cancelling: Held<Cancelling>;
  readonly profiler: Profiler;
  readonly historyActions: HistoryActions;
  /** Undefined while no page lies over the screen. */
  readonly pager: Held<Pager | undefined>;
  /** Undefined while no details lie over the results. */
  readonly details: Held<DetailsPlace | undefined>;
  /** Undefined while no timeline lies over the screen. */
  readonly timeline: Held<TimelineView | undefined>;
  /** Opens the timeline, if there is a profile. */
  readonly openTimeline: () => void;
  /** The page of the workers, from 0. */
  readonly page: Held<number>;
  /** Whether a run is shown with its details. */
  readonly detailed: Held<boolean>;
  /** The last paste went nowhere, because the screen takes no text. */
  readonly pasteRefused: Held<boolean>;
  readonly room: Room;
  readonly theme: Theme;
  /** Draws again after a change that no event reports. */
  readonly redraw: () => void;
  readonly suspend: () => void;
  readonly quit: () => void;
  readonly interrupt: () => void;
};

/** The situation at the moment of a key press. */
export const situationOf = (targets: KeyTargets): Situation => ({
  session: targets.session,
  state: targets.state,
  place: targets.place,
  history: targets.historyActions.view.latest(),
  timeline: targets.timeline.latest(),
  details: targets.details.latest(),
  pager: targets.pager.latest(),
});
