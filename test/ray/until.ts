import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds; the limit only makes a failing test end. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limit = 120_000,
): Promise<void> {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${limit / 1000} s`);
    }

    await sleep(50);
  }
}
