import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Milliseconds } from '../source/core/units.ts';

/** Time that stands still until `pass` is called. */
export type HeldTimers = {
  readonly now: () => Milliseconds;
  /** Advances the time, and runs everything that becomes due. */
  readonly pass: (time: Milliseconds) => Promise<void>;
};

/** Everything due within a step runs at its end. */
const step: Milliseconds = 5;

/**
 * Runs `act` in made-up time, which starts at 0. It applies to the whole process: Ink, React and spinners have timers of
 * their own, and none of them may be early or late by chance.
 */
export async function onMadeUpTime<Result>(
  act: (time: HeldTimers) => Promise<Result>,
): Promise<Result> {
  const now = () => Date.now();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 0 });
  const clock = mock.method(performance, 'now', now);
  try {
    return await act({
      now,
      async pass(time) {
        await settle();
        for (let left = time; left > 0; left -= step) {
          mock.timers.tick(Math.min(step, left));
          await settle();
        }
      },
    });
  } finally {
    clock.mock.restore();
    mock.timers.reset();
  }
}

/** The effects of a key or a timer take a few turns of the event loop: for streams, React and promises. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await setImmediate();
  }
}
