import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../../../source/core/profile/event.ts';
import { openMerge } from '../../../source/session/live/merge.ts';
import { madeUpTime } from '../../../source/core/made-up-time.ts';

function opened({ busy = true } = {}) {
  const timing = madeUpTime();
  const taken: string[] = [];
  const later: (() => void)[] = [];
  const state = { busy, waiting: false };
  const merge = openMerge({
    take: (event) => void taken.push(`${event.type} ${event.at}`),
    isBusy: () => state.busy,
    isWaiting: () => state.waiting,
    timing,
    afterArrivals: (act) => void later.push(act),
  });
  const turn = () => later.splice(0).forEach((act) => act());
  return { merge, timing, taken, turn, state };
}

const load = (at: number): Event => ({ type: 'load-sampled', load: [], at });
const sampled = (at: number): Event => ({ type: 'workers-sampled', workers: [], at });

test('without work in the host our own events are taken at once', () => {
  const { merge, taken } = opened({ busy: false });
  merge.here(load(5));
  assert.deepEqual(taken, ['load-sampled 5']);
});

test('while the host works our own events wait until it has told what came before', () => {
  const { merge, taken } = opened();
  merge.here(load(5));
  merge.here(load(9));
  merge.there(sampled(3));
  assert.deepEqual(taken, ['workers-sampled 3']);
  merge.there(sampled(7));
  assert.deepEqual(taken, ['workers-sampled 3', 'load-sampled 5', 'workers-sampled 7']);
  merge.until(10);
  assert.equal(taken.at(-1), 'load-sampled 9');
});

test('events that arrive late, in a heap, are taken in the order in which they happened', () => {
  const { merge, timing, taken, turn } = opened();
  timing.pass(20_000);
  // The screen was held up for 20 s: its own sample comes first, then everything from the pipe.
  merge.here(load(20_000));
  timing.pass(1000);
  for (let at = 1000; at < 20_000; at += 1000) {
    merge.there(sampled(at));
  }

  turn();
  merge.there(sampled(20_500));
  const times = taken.map((line) => Number(line.split(' ')[1]));
  assert.deepEqual(
    times,
    times.toSorted((one, other) => one - other),
  );
  assert.equal(times.length, 21);
});

test('a host that falls silent does not keep our own events for ever', () => {
  const { merge, timing, taken, turn } = opened();
  merge.here(load(0));
  timing.pass(999);
  turn();
  assert.deepEqual(taken, []);
  merge.here(load(999));
  timing.pass(1);
  turn();
  assert.deepEqual(taken, ['load-sampled 0']);
  timing.pass(999);
  turn();
  assert.deepEqual(taken, ['load-sampled 0', 'load-sampled 999']);
});

test('of our own events the one that began first is taken first', () => {
  const { merge, taken } = opened();
  merge.here(load(950));
  merge.here({ type: 'drawing-held-up', took: 100, at: 880 });
  merge.there(sampled(900));
  merge.there(sampled(1000));
  assert.deepEqual(taken, [
    'drawing-held-up 880',
    'workers-sampled 900',
    'load-sampled 950',
    'workers-sampled 1000',
  ]);
});

test('what comes after all that happened later counts from then: times never run backwards', () => {
  const { merge, taken, state } = opened({ busy: false });
  merge.here(load(500));
  merge.here({ type: 'drawing-held-up', took: 400, at: 100 });
  state.busy = true;
  merge.there(sampled(499));
  merge.there(sampled(501));
  assert.deepEqual(taken, [
    'load-sampled 500',
    'drawing-held-up 500',
    'workers-sampled 500',
    'workers-sampled 501',
  ]);
});

test('what has arrived from the host only in part is waited for', () => {
  const { merge, timing, taken, turn, state } = opened();
  merge.here(load(5));
  state.waiting = true;
  timing.pass(60_000);
  turn();
  assert.deepEqual(taken, []);
  state.waiting = false;
  merge.there(sampled(1));
  merge.there(sampled(6));
  assert.deepEqual(taken, ['workers-sampled 1', 'load-sampled 5', 'workers-sampled 6']);
});

test('once the host has no work any more, what was held comes first', () => {
  const { merge, taken, state } = opened();
  merge.here(load(1));
  state.busy = false;
  merge.here(load(2));
  assert.deepEqual(taken, ['load-sampled 1', 'load-sampled 2']);
});
