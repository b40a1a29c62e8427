import { readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** Threads of this process, where the system tells. */
export const threads = (): number =>
  process.platform === 'linux' ? readdirSync('/proc/self/task').length : 0;

/** Resolves when it is no more than that, as it will be once the system has put away what has ended; the runner ends the wait. */
export async function fallenTo(most: number, count: () => number): Promise<void> {
  while (count() > most) {
    await setImmediate();
  }
}
