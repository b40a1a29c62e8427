import type { ProfileState } from '../../core/profile/state.ts';
import type { Room } from '../canvas/frame.ts';
import type { Held } from '../input/use-held.ts';
import type { KeyPress } from '../input/keys.ts';
import { timelineExtent } from './timeline-screen.ts';
import { afterTimelineKey, type TimelineView } from './timeline.ts';

export type TimelineHands = {
  /** Undefined while no timeline lies over the screen. */
  readonly timeline: Held<TimelineView | undefined>;
  readonly room: Room;
};

/** A key while a timeline lies over the screen. */
export function onTimeline(
  { timeline, room }: TimelineHands,
  view: TimelineView,
  profile: ProfileState,
  key: KeyPress,
): void {
  timeline.set(
    key === 'g' || key === 'escape' || key === 'q'
      ? undefined
      : afterTimelineKey(view, key, timelineExtent(view, profile, room)),
  );
}
