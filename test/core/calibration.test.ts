import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskTime } from '../../source/core/calibration.ts';
import { calibrationWith } from '../helpers/profiles.ts';

test('the time of a task is a + b·n + c·n²', () => {
  const calibration = calibrationWith({ a: 3, b: 0.5, c: 0.25 });
  assert.equal(taskTime(calibration, 0), 3);
  assert.equal(taskTime(calibration, 10), 3 + 5 + 25);
});
