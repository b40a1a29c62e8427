import type { Milliseconds } from '../core/units.ts';

/** Resolves with the event, or after `limit`. */
export async function settledWithin(event: Promise<unknown>, limit: Milliseconds): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  await Promise.race([event, late]);
  clearTimeout(timer);
}
