import type { State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Room } from '../canvas/frame.ts';
import type { Held } from '../input/use-held.ts';
import type { KeyPress } from '../input/keys.ts';
import { timelineExtent } from './timeline-screen.ts';
import { afterTimelineKey } from './timeline-moves.ts';
import type { TimelineView } from './timeline.ts';

export type TimelineKeyTargets = {
  /** Undefined while no timeline lies over the screen. */
  readonly timeline: Held<TimelineView | undefined>;
  readonly state: State;
  readonly session: { readonly now: () => Milliseconds };
  readonly room: Room;
  readonly measuring: boolean;
  readonly quit: () => void;
};

/** A key while a timeline lies over the screen. */
export function onTimeline(targets: TimelineKeyTargets, key: KeyPress): void {
  const { timeline, state, session, room, measuring, quit } = targets;
  const view = timeline.latest();
  if (key === 'q' && !measuring) {
    quit();
  } else if (key === 'g' || key === 'escape' || key === 'q') {
    timeline.set(undefined);
  } else if (view && state.profile) {
    const request = { view, profile: state.profile, now: session.now() };
    timeline.set(afterTimelineKey(view, key, timelineExtent(request, room)));
  }
}
