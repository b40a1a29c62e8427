import { setImmediate } from 'node:timers/promises';
import type { MadeUpTime } from '../core/made-up-time.ts';
import type { Milliseconds } from '../core/units.ts';
import { framePeriod } from '../output/asciicast/pace.ts';
import type { Mounted } from '../ui/mount.tsx';

export type AtOnce = {
  /** The time of the session and of the cast. */
  readonly time: MadeUpTime;
  readonly screen: Pick<Mounted, 'show' | 'left'>;
};

/**
 * Plays a session for its cast as fast as its frames can be drawn: made-up time passes from one event to the next, so
 * that frames and markers have the times at which they would be seen, however busy the machine is. Ends with `play`, or
 * when the screen is left; fails as they do. What waits for anything but this time (a file, a worker, a timer of Node's)
 * is not held back by it.
 */
export async function playAtOnce({ time, screen }: AtOnce, play: Promise<unknown>): Promise<void> {
  const playing = { over: false };
  const end = () => void (playing.over = true);
  const ended = Promise.race([play, screen.left]);
  void ended.then(end, end);
  for (let next = time.now(); !playing.over; next += framePeriod) {
    await passTo(next, time, playing);
    if (!playing.over) {
      await screen.show();
    }
  }

  await ended;
}

async function passTo(
  until: Milliseconds,
  time: MadeUpTime,
  playing: { readonly over: boolean },
): Promise<void> {
  let due = true;
  while (due && !playing.over) {
    due = time.step(until);
    await settle();
  }
}

/** What follows from an event takes a few turns of the event loop: keys, React, promises. All of it is of this moment. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await setImmediate();
  }
}
