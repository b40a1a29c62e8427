import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { lastCpu } from '../../../../source/engines/system/last-cpu.ts';
import {
  openThreadClock,
  ticks,
  timeBetween,
} from '../../../../source/engines/pool/worker/thread-time.ts';

suite('the time of a thread', () => {
  test('between two readings is the difference, minus the time of the readings themselves', () => {
    assert.deepEqual(
      timeBetween(
        { at: 100, onCpu: 10, waiting: 1 },
        { at: 112, onCpu: 21, waiting: 2 },
        { run: 11, reading: 1 },
      ),
      { onCpu: 10, waiting: 1 },
    );
  });

  test('does not take a wait beside a reading for time on a CPU, nor for time in the task', () => {
    // 12 ms on a CPU in the task and 1 ms for the reading; 30 ms of waiting in the task and 60 ms beside it.
    assert.deepEqual(
      timeBetween(
        { at: 100, onCpu: 10, waiting: 1 },
        { at: 203, onCpu: 23, waiting: 91 },
        { run: 42, reading: 1 },
      ),
      { onCpu: 12, waiting: 30 },
    );
  });

  test('omits the times that the system does not report', () => {
    assert.deepEqual(timeBetween({ at: 0 }, { at: 10 }, { run: 10, reading: 0 }), {});
    assert.deepEqual(
      timeBetween({ at: 0, onCpu: 1 }, { at: 10, onCpu: 9 }, { run: 10, reading: 0 }),
      { onCpu: 8 },
    );
  });

  test('can be read from an account that grows, even if the thread only waits on a crowded machine', () => {
    const account = (...readings: readonly string[]) => {
      let nth = 0;
      return () => readings[Math.min(nth++, readings.length - 1)]!;
    };
    assert.equal(ticks(account('7000000 0 1', '12000000 0 2')), true);
    assert.equal(ticks(account('7000000 1000000 1', '7100000 6000000 2')), true);
    assert.equal(ticks(account('0 0 0', '0 0 0')), false);
    assert.equal(ticks(account('7000000 0 1', '7000000 0 1')), false);
  });

  test('can be read from an account that grows only a little or late, because the thread slept', () => {
    const account = (...readings: readonly string[]) => {
      let nth = 0;
      return () => readings[nth++]!;
    };
    assert.equal(ticks(account('7000000 0 1', '7200000 0 2')), true);
    const later = ['7000000 0 1', '7000000 0 1', '7000000 0 1', '12000000 0 2'];
    assert.equal(ticks(account(...later)), true);
  });

  const skip = existsSync('/proc/thread-self/schedstat') ? false : 'no schedstat here';

  test(
    'on a CPU grows while the thread computes, at most by the time that passed',
    { skip },
    () => {
      const clock = openThreadClock();
      const before = clock.read();
      let turns = 0;
      while (clock.read().at - before.at < 20) {
        turns++;
      }

      const after = clock.read();
      const onCpu = (after.onCpu ?? 0) - (before.onCpu ?? 0);
      assert.ok(turns > 0 && onCpu > 0 && onCpu <= after.at - before.at + 1);
    },
  );

  test('includes the thread ID and an existing CPU', { skip }, () => {
    const clock = openThreadClock();
    assert.ok(clock.thread > 0);
    assert.ok(existsSync(`/sys/devices/system/cpu/cpu${clock.cpu()}`));
  });
});

suite('the last CPU of a thread', () => {
  const fields = (cpu: string) => [...Array.from({ length: 36 }, (_, index) => index), cpu, 0, 0];

  test('is found after a name with spaces and brackets', () => {
    assert.equal(lastCpu(`42 (a ) b) ${fields('17').join(' ')}\n`), 17);
  });

  test('is undefined if the text is cut short', () => {
    assert.equal(lastCpu('42 (node) R 1 2'), undefined);
  });
});
