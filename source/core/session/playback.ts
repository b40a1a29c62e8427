import type { Milliseconds } from '../units.ts';

/** What can be done with a session that plays a recording. */
export type Playback = {
  readonly status: () => PlaybackStatus;
  /** Pauses, or goes on; at the end there is nothing to pause. */
  readonly toggle: () => void;
  /** Forward, or back where it is below 0; idle time counts as short as it is played. */
  readonly seek: (by: Milliseconds) => void;
  /** From the beginning, whether or not it was paused. */
  readonly restart: () => void;
};

export type PlaybackStatus = {
  readonly state: 'playing' | 'paused' | 'ended';
  /** How far it has come, in time of the recording without what is left out of its idle time. */
  readonly position: Milliseconds;
  /** Where it ends. */
  readonly length: Milliseconds;
  /** Recorded time that passes in the same time. */
  readonly speed: number;
};
