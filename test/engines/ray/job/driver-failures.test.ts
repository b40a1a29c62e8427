import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Failure } from '../../../../source/core/failure.ts';
import type { EventNamed } from '../../../../source/engines/ray/driver/driver-event.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverFailure } from '../../../../source/engines/ray/job/driver-failures.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { assertReadable } from './readable-failure.ts';

const job = { id: 'fibtui-1', address: { base: 'http://ray:8265', from: '--ray' } };

suite('a driver’s last word', () => {
  const tasks = 2;
  const after = (end: object, ...earlier: readonly object[]): Failure | undefined => {
    const line = driverLines('n');
    const log = [...earlier, end].map((one) => line(one)).join('');
    const events = openLogReader('n').read(log);
    const record = { place: job, tasks, events: events.map((event) => ({ event, at: 0 })) };
    return driverFailure(record, events.at(-1) as EventNamed<'end'>);
  };
  const first = [said.cluster, said.started(0, 'a'), said.result(0)];

  test('after every result is no failure', () => {
    assert.equal(after(said.end('ok'), ...first, said.started(1), said.result(1)), undefined);
  });

  test('that all is well, without every result, is not believed', () => {
    assert.equal(after(said.end('ok'), ...first)?.code, 'ray-no-result');
    assert.equal(after(said.end('partial'), ...first)?.code, 'ray-no-result');
  });

  test('of a reason that every object has is one like any other', () => {
    const failed = after(said.end('error', { reason: 'constructor' }), ...first)!;
    assertReadable(failed);
    assert.equal(failed.code, 'ray-driver-error');
  });

  for (const [error, code, sentence] of [
    ['WorkerCrashedError', 'ray-worker-died', /A worker died with task 1 on other/],
    ['NodeDiedError', 'ray-node-died', /A node died with task 1 on other/],
    ['OutOfMemoryError', 'ray-out-of-memory', /no memory left for task 1 on other/],
    ['MemoryError', 'ray-out-of-memory', /no memory left/],
    ['ValueError', 'ray-task-failed', /could not finish task 1 on other: ValueError: bad/],
    ['constructor', 'ray-task-failed', /could not finish task 1 on other: constructor: bad/],
    ['__proto__', 'ray-task-failed', /could not finish task 1 on other: __proto__: bad/],
    ['NoResult', 'ray-task-failed', /could not finish task 1 on other: NoResult: bad/],
  ] as const) {
    test(`after a ${error} names the task, its node and what finished`, () => {
      const failed = after(
        said.end('partial'),
        ...first,
        said.started(1, 'b'),
        said.failed(1, error, 'bad'),
      )!;
      assert.equal(failed.code, code);
      assert.match(failed.message, sentence);
      assert.match(failed.message, /; 1 of 2 tasks finished\.$/);
      assertReadable(failed);
    });
  }

  test('after several failures names the first and counts the others', () => {
    const failed = after(
      said.end('partial'),
      said.failed(1, 'NodeDiedError', 'a long story\nwith lines'),
      said.failed(0, 'ValueError'),
    )!;
    assert.match(failed.message, /task 1 \(NodeDiedError\), and 1 more failed; 0 of 2/);
    assertReadable(failed);
  });

  test('names a node by its number where two share a host', () => {
    const twins = said.cluster.nodes.map((node) => ({ ...node, host: 'same' }));
    const failed = after(
      said.end('partial'),
      { ...said.cluster, nodes: twins },
      said.started(1, 'b'),
      said.failed(1, 'WorkerCrashedError'),
    )!;
    assert.match(failed.message, /task 1 on node bbbbbbbb \(WorkerCrashedError\)/);
  });

  test('of a deadline counts the tasks that had failed before', () => {
    const failed = after(said.end('deadline'), ...first, said.failed(1, 'WorkerCrashedError'))!;
    assert.match(failed.message, /1 of 2 tasks finished, 1 failed\.$/);
  });

  for (const [end, code, sentence] of [
    [
      said.end('deadline'),
      'ray-deadline',
      /made no more progress and ended itself: 1 of 2 tasks finished/,
    ],
    [said.end('stopped'), 'ray-stopped-elsewhere', /stopped by somebody else/],
    [said.end('error', { reason: 'no-cpus' }), 'ray-no-cpus', /has no CPUs/],
    [
      said.end('error', { reason: 'ConnectionError: no cluster' }),
      'ray-driver-error',
      /failed: ConnectionError: no cluster\.$/,
    ],
    [said.end('error'), 'ray-driver-error', /failed\.$/],
  ] as const) {
    test(`of ${code} is that failure`, () => {
      const failed = after(end, ...first)!;
      assert.equal(failed.code, code);
      assert.match(failed.message, sentence);
      assertReadable(failed);
    });
  }
});
