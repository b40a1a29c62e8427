import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Milliseconds } from '../../../source/core/units.ts';

/** Time that stands still until somebody lets it pass, with all that is due in between. */
export type MockedTime = {
  readonly now: () => Milliseconds;
  readonly pass: (time: Milliseconds) => Promise<void>;
  /** Lets what is under way without a timer happen. */
  readonly settle: () => Promise<void>;
};

const step: Milliseconds = 50;

export function mockedTime(context: TestContext): MockedTime {
  const { timers } = context.mock;
  timers.enable({ apis: ['setTimeout', 'Date'] });
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
