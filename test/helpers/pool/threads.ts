import { readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** The number of threads of this process; 0 if not reported. */
export const threads = (): number =>
  process.platform === 'linux' ? readdirSync('/proc/self/task').length : 0;

/** Waits until at most `most` are left: the system needs a moment to remove ended threads. */
export async function untilAtMost(most: number, count: () => number): Promise<void> {
  while (count() > most) {
    await setImmediate();
  }
}
