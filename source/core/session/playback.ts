import type { Milliseconds } from '../units.ts';

/** The controls of a session that plays a recording. */
export type Playback = {
  readonly status: () => PlaybackStatus;
  /** Pauses or continues; does nothing at the end. */
  readonly toggle: () => void;
  /** Moves forward, or back if `by` is negative; idle time counts as shortened. */
  readonly seek: (by: Milliseconds) => void;
  /** Pauses where the next pass begins or ends, or where the previous one did. */
  readonly step: (direction: 1 | -1) => void;
  /** Plays faster, or slower with -1. */
  readonly changeSpeed: (direction: 1 | -1) => void;
  /** Plays from the beginning, even if it was paused. */
  readonly restart: () => void;
};

export type PlaybackStatus = {
  readonly state: 'playing' | 'paused' | 'ended';
  /** Recorded time since the beginning, with idle times shortened. */
  readonly position: Milliseconds;
  /** Position of the end. */
  readonly length: Milliseconds;
  /** 2 plays twice as fast as recorded. */
  readonly speed: number;
};
