import assert from 'node:assert/strict';

/** Two numbers that differ by rounding alone: by a billionth of `scale`, which is the expected one if left out. */
export function near(actual: number | undefined, expected: number, what: string, scale = expected) {
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  assert.ok(difference <= 1e-9 * Math.abs(scale), `${what}: ${actual}, not ${expected}`);
}
