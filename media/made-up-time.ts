import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Milliseconds } from '../source/core/units.ts';

/** Time that stands still until it is told to pass. */
export type MadeUpTime = {
  readonly now: () => Milliseconds;
  /** Lets time pass, and all that is due in it happen. */
  readonly pass: (time: Milliseconds) => Promise<void>;
};

/** What is due within a step happens at its end. */
const step: Milliseconds = 5;

/**
 * Does something for which no other time than the made-up one passes, from 0 on. The whole process is put on it: what
 * draws has timers of its own, in Ink, in React and in spinners, and none of them may be early or late by chance.
 */
export async function onMadeUpTime<Result>(
  act: (time: MadeUpTime) => Promise<Result>,
): Promise<Result> {
  const now = () => Date.now();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: 0 });
  const clock = mock.method(performance, 'now', now);
  try {
    return await act({
      now,
      async pass(time) {
        await settled();
        for (let left = time; left > 0; left -= step) {
          mock.timers.tick(Math.min(step, left));
          await settled();
        }
      },
    });
  } finally {
    clock.mock.restore();
    mock.timers.reset();
  }
}

/** What a key or a timer sets off takes a few turns of the event loop: a stream's, React's, and those of promises. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await setImmediate();
  }
}
