import type { Milliseconds } from '../../core/units.ts';

/** How far something has been played. */
export type Playhead = {
  readonly position: () => Milliseconds;
  readonly paused: () => boolean;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Somebody will be there when it comes this far, and calls `reach`; Infinity where nobody waits. */
  readonly expect: (position: Milliseconds) => void;
  /** Has come as far as this, even where the clock is not quite as far; nobody waits any more. */
  readonly reach: (position: Milliseconds) => void;
  /** Not before the beginning, and not behind the end. */
  readonly moveTo: (position: Milliseconds) => void;
};

export type PlayheadRequest = {
  readonly clock: () => Milliseconds;
  readonly speed: number;
  readonly length: Milliseconds;
};

/** Whoever waits for a position is never later than that, unless the program was stopped meanwhile, by Ctrl+Z for one. */
const longestLag: Milliseconds = 1000;

/** Plays from the beginning, at once. While the program is stopped it waits at the position that is expected next. */
export function openPlayhead({ clock, speed, length }: PlayheadRequest): Playhead {
  let from: Milliseconds = 0;
  let reached: Milliseconds = 0;
  let since: Milliseconds | undefined = clock();
  let expected: Milliseconds = Infinity;
  const within = (position: Milliseconds) => Math.min(Math.max(position, 0), length);
  const run = (began: Milliseconds) => from + (clock() - began) * speed;
  const wasStopped = (began: Milliseconds) => run(began) - expected > longestLag * speed;
  const position = () =>
    since === undefined
      ? from
      : within(Math.max(reached, wasStopped(since) ? expected : run(since)));
  const moveTo = (target: Milliseconds) => {
    from = within(target);
    reached = from;
    since = since === undefined ? undefined : clock();
  };

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
    expect: (target) => void (expected = target),
    reach(target) {
      if (since !== undefined && wasStopped(since)) {
        moveTo(target);
      }

      reached = target;
      expected = Infinity;
    },
    moveTo,
  };
}
