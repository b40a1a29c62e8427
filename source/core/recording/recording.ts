import type { Event } from '../profile/event.ts';

export type ProfileStarted = Extract<Event, { readonly type: 'profile-started' }>;

/** Everything needed to play back a profile: folding its events in order gives all of its states. */
export type Recording = {
  /** Earlier events that still applied when the profile began. */
  readonly scene: readonly Event[];
  /** From the profile's start to its end. */
  readonly events: readonly [ProfileStarted, ...(readonly Event[])];
};
