import { duration, ratio } from '../../../core/text/format.ts';
import type { Milliseconds } from '../../../core/units.ts';

/** From here on seconds hide nothing that minutes show. */
const longestInSeconds: Milliseconds = 99_950;

/**
 * Times in the unit of the longest, three digits each: "1.80 s", "0.928 s". Details show how rounds differ, for which
 * the two digits of a chart are too few.
 */
export function wallsAlike(times: readonly Milliseconds[]): readonly string[] {
  const longest = Math.max(...times);
  if (longest >= longestInSeconds) {
    return times.map(duration);
  }

  const [unit, name] = longest < 999.5 ? [1, 'ms'] : [1000, 's'];
  return times.map((time) => `${threeDigits(time / unit)} ${name}`);
}

const threeDigits = (value: number): string =>
  value >= 0.9995 || value === 0 ? ratio(value) : value.toPrecision(3);
