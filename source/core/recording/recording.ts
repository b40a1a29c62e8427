import type { Event } from '../profile/event.ts';

export type ProfileStarted = Extract<Event, { readonly type: 'profile-started' }>;

/** All that it takes to play a profile again: folded one after another, its events give the states that there were. */
export type Recording = {
  /** What had happened before and still held when the profile began. */
  readonly scene: readonly Event[];
  /** What happened since, to the profile's end. */
  readonly events: readonly [ProfileStarted, ...(readonly Event[])];
};
