import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchHost } from '../../../source/session/live/host-watch.ts';
import { madeUpTime } from '../../../source/core/made-up-time.ts';

function watched({ stat }: { readonly stat?: (state: string) => string } = {}) {
  const timing = madeUpTime();
  const changes: (number | undefined)[] = [];
  const host = { busy: true, state: 'S', killed: 0 };
  const watch = watchHost({
    system: { readText: () => stat?.(host.state) },
    host: { pid: () => 77, isBusy: () => host.busy, kill: () => void host.killed++ },
    timing,
    onChange: (pid) => void changes.push(pid),
  });
  return { timing, changes, host, watch };
}

/** A line of /proc/77/stat. */
const stat = (state: string) => `77 (a (b) c) ${state} 1 1 1 0 -1 4194304 0 0 0 0 250 50 0 0`;

test('a host that a signal has stopped is noticed by its state, and when it goes on', () => {
  const { timing, changes, host } = watched({ stat });
  timing.pass(60_000);
  assert.deepEqual(changes, [], 'it is silent, but busy');
  host.state = 'T';
  timing.pass(1000);
  assert.deepEqual(changes, [77]);
  host.state = 'R';
  timing.pass(1000);
  assert.deepEqual(changes, [77, undefined]);
  assert.equal(host.killed, 0);
});

test('where the system tells nothing, a silence of 5 s counts', () => {
  const { timing, changes, watch } = watched();
  for (let second = 0; second < 10; second++) {
    watch.heard();
    timing.pass(1000);
  }

  assert.deepEqual(changes, []);
  timing.pass(5000);
  assert.deepEqual(changes, [77]);
  watch.heard();
  timing.pass(500);
  assert.deepEqual(changes, [77, undefined]);
});

test('an idle host need not give any sign of life', () => {
  const { timing, changes, host } = watched();
  host.busy = false;
  timing.pass(60_000);
  assert.deepEqual(changes, []);
});

test('in a hurry a host that gives no sign of life is ended, and one that does is not', () => {
  const { timing, host, watch } = watched({ stat });
  host.state = 'T';
  watch.hurry();
  timing.pass(1000);
  watch.heard();
  timing.pass(2000);
  assert.equal(host.killed, 0);
  timing.pass(500);
  assert.equal(host.killed, 1);
  watch.stop();
});
