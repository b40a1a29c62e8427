import type { Milliseconds } from '../core/units.ts';

/** How far something has been played. */
export type Playhead = {
  readonly position: () => Milliseconds;
  readonly paused: () => boolean;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Has come as far as this, even where the clock is not quite as far. */
  readonly reach: (position: Milliseconds) => void;
  /** Not before the beginning, and not behind the end. */
  readonly moveTo: (position: Milliseconds) => void;
};

export type PlayheadRequest = {
  readonly clock: () => Milliseconds;
  readonly speed: number;
  readonly length: Milliseconds;
};

/** Plays from the beginning, at once. */
export function openPlayhead({ clock, speed, length }: PlayheadRequest): Playhead {
  let from: Milliseconds = 0;
  let reached: Milliseconds = 0;
  let since: Milliseconds | undefined = clock();
  const within = (position: Milliseconds) => Math.min(Math.max(position, 0), length);
  const position = () =>
    since === undefined ? from : within(Math.max(reached, from + (clock() - since) * speed));

  return {
    position,
    paused: () => since === undefined,
    pause() {
      from = position();
      since = undefined;
    },
    resume() {
      since ??= clock();
    },
    reach: (target) => void (reached = target),
    moveTo(target) {
      from = within(target);
      reached = from;
      since = since === undefined ? undefined : clock();
    },
  };
}
