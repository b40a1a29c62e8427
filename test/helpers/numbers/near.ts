import assert from 'node:assert/strict';

type AssertNear = (actual: number | undefined, expected: number, what: string) => void;

/** Asserts that two numbers differ only by rounding: by at most a billionth of `scale`. */
export const nearAt =
  (scale: number): AssertNear =>
  (actual, expected, what) => {
    const difference = Math.abs((actual ?? Number.NaN) - expected);
    assert.ok(difference <= 1e-9 * Math.abs(scale), `${what}: ${actual}, not ${expected}`);
  };

/** The same on the scale of the expected number. */
export const near: AssertNear = (actual, expected, what) =>
  nearAt(expected)(actual, expected, what);
