import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openSlices } from '../../../../source/engines/ray/job/slices.ts';

function slices() {
  const taken: string[] = [];
  const opened = openSlices(
    (text) => void taken.push(text),
    () => void taken.push('restart'),
  );
  return { ...opened, taken };
}

test('short text is passed on at once', () => {
  const { read, restart, taken } = slices();
  read('one');
  restart();
  read('two');
  assert.deepEqual(taken, ['one', 'restart', 'two']);
});

test('long text lets other work in between, and keeps its order and its restarts', async () => {
  const { read, restart, settled, taken } = slices();
  const long = 'ab'.repeat(500_000);
  read(long);
  restart();
  read('more');
  const atOnce = taken.join('');
  assert.ok(atOnce.length < 200_000);
  await setImmediate();
  assert.ok(taken.join('').length < 400_000);
  await settled();
  assert.equal(taken.join(''), `${long}restartmore`);
});

test('what settles is all that came meanwhile', async () => {
  const { read, settled, taken } = slices();
  read('x'.repeat(300_000));
  const done = settled();
  await setImmediate();
  read('end');
  await done;
  assert.equal(taken.at(-1), 'end');
  await settled();
});
