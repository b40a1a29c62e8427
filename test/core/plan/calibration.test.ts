import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { taskTime } from '../../../source/core/plan/calibration.ts';
import { calibrationWith } from '../../helpers/profiles/profiles.ts';

test('the time of a task is a + b·n + c·n²', () => {
  const calibration = calibrationWith({ a: 3, b: 0.5, c: 0.25 });
  assert.equal(taskTime(calibration, 0), 3);
  assert.equal(taskTime(calibration, 10), 3 + 5 + 25);
});

suite('if measured times differ from that law', () => {
  // T(n) = n, but twice that at 100 terms and half at 10,000.
  const calibration = calibrationWith({
    a: 0,
    b: 1,
    c: 0,
    steps: [
      { n: 100, duration: 200 },
      { n: 10_000, duration: 5000 },
    ],
  });

  test('the time of a measured size is the one measured', () => {
    assert.equal(taskTime(calibration, 100), 200);
    assert.equal(taskTime(calibration, 10_000), 5000);
  });

  test('between two sizes the factor changes with log n', () => {
    assert.equal(taskTime(calibration, 1000), 1000 * 1.25);
  });

  test('beyond them it stays', () => {
    assert.equal(taskTime(calibration, 0), 0);
    assert.equal(taskTime(calibration, 10), 20);
    assert.equal(taskTime(calibration, 100_000), 50_000);
  });
});
