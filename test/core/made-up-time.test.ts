import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeUpTime } from '../../source/core/made-up-time.ts';

test('what is due runs at its own moment, also what becomes due meanwhile', () => {
  const { now, after, pass } = madeUpTime();
  const log: number[] = [];
  after(30, () => log.push(now()));
  after(10, () => {
    log.push(now());
    after(5, () => log.push(now()));
  });
  after(20, () => log.push(Number.NaN))();
  pass(100);
  assert.deepEqual([...log, now()], [10, 15, 30, 100]);
});

test('a step runs one thing and stays there, or goes where it may if nothing is due', () => {
  const { now, after, step } = madeUpTime();
  after(10, () => {});
  after(40, () => {});
  assert.deepEqual([step(30), now()], [true, 10]);
  assert.deepEqual([step(30), now()], [false, 30]);
  assert.deepEqual([step(50), now()], [true, 40]);
});
