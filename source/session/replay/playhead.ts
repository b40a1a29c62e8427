import type { Milliseconds } from '../../core/units.ts';

/** The position up to which something has been played. */
export type Playhead = {
  readonly position: () => Milliseconds;
  readonly paused: () => boolean;
  readonly speed: () => number;
  readonly pause: () => void;
  readonly resume: () => void;
  /** The caller waits for this position, and will call `reach` there; Infinity if it waits for none. */
  readonly expect: (position: Milliseconds) => void;
  /** The wait is over: the position is this one at least, even if the clock is slightly behind. */
  readonly reach: (position: Milliseconds) => void;
  /** Stays between the beginning and the end, and returns where that is. From there it may go on at another speed. */
  readonly moveTo: (position: Milliseconds, speed?: number) => Milliseconds;
};

export type PlayheadRequest = {
  readonly clock: () => Milliseconds;
  readonly speed: number;
  readonly length: Milliseconds;
};

/** If a wait ends later than this, the program was stopped meanwhile, by Ctrl+Z for example. */
const longestLag: Milliseconds = 1000;

/** Begins to play at once. While the program is stopped it stands at the expected position. */
export function openPlayhead({ clock, length, ...request }: PlayheadRequest): Playhead {
  let { speed } = request;
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
  const moveTo = (target: Milliseconds, next = speed) => {
    from = within(target);
    speed = next;
    reached = from;
    since = since === undefined ? undefined : clock();
    return from;
  };

  return {
    position,
    paused: () => since === undefined,
    speed: () => speed,
    pause() {
      from = position();
      since = undefined;
    },
    resume: () => void (since ??= clock()),
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
