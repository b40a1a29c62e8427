import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Milliseconds } from '../../../source/core/units.ts';

/** Time that a test advances by hand. */
export type MockedTime = {
  readonly now: () => Milliseconds;
  /** Advances the time, and runs everything that becomes due. */
  readonly pass: (time: Milliseconds) => Promise<void>;
  /** Lets everything happen that needs no timer. */
  readonly settle: () => Promise<void>;
};

const step: Milliseconds = 50;

/** Mocks the date, `setTimeout` here and in `timers.promises`, and `AbortSignal.timeout`. */
export function mockedTime(context: TestContext): MockedTime {
  const { timers } = context.mock;
  timers.enable({ apis: ['setTimeout', 'Date'] });
  context.mock.method(AbortSignal, 'timeout', (time: Milliseconds) => {
    const limit = new AbortController();
    setTimeout(() => limit.abort(), time);
    return limit.signal;
  });
  const settle = async () => setImmediate();
  return {
    now: () => Date.now(),
    settle,
    async pass(time) {
      await settle();
      for (let left = time; left > 0; left -= step) {
        timers.tick(Math.min(step, left));
        await settle();
      }
    },
  };
}
