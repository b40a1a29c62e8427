import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  advance,
  noProgress,
  type ClusterProgress,
} from '../../../../source/engines/ray/job/cluster-progress.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { seeded } from '../../../helpers/numbers/random.ts';

/** The progress after each of the events. */
function progressAfter(...lines: readonly object[]): readonly ClusterProgress[] {
  const line = driverLines('n');
  const events = openLogReader('n').read(lines.map((one) => line(one)).join(''));
  assert.equal(events.length, lines.length);
  let progress = noProgress;
  return events.map((event) => (progress = advance(progress, event)));
}

const lastOf = (...lines: readonly object[]) => progressAfter(...lines).at(-1)!;

suite('the workers of a cluster', () => {
  test('show up with their first task, by node and then in the order in which they came', () => {
    const { workers } = lastOf(
      said.cluster,
      said.started(0, 'b', 'zz'),
      said.started(1, 'a', 'yy'),
      said.started(2, 'b', 'xx'),
      said.started(3, 'a', 'aa'),
    );
    assert.deepEqual(
      workers.map(({ id }) => id),
      ['yy', 'aa', 'zz', 'xx'],
    );
  });

  test('of a node that joined late come last', () => {
    const { workers, nodes } = lastOf(
      said.cluster,
      said.started(0, 'c', 'late'),
      said.started(1, 'b', 'early'),
    );
    assert.equal(nodes.length, 2);
    assert.deepEqual(
      workers.map(({ id }) => id),
      ['early', 'late'],
    );
  });

  test('have the share of the running task, and one more task when it is done', () => {
    const progress = progressAfter(
      said.started(0),
      said.progress({ 0: 0.5 }),
      said.progress(),
      said.result(0),
      said.started(1),
      said.progress({ 0: 0.9, 1: 0.2 }),
    );
    assert.deepEqual(
      progress.map(({ workers: [worker] }) => [worker?.tasks, worker?.share]),
      [
        [0, 0],
        [0, 0.5],
        [0, 0.5],
        [1, 0],
        [1, 0],
        [1, 0.2],
      ],
    );
  });

  test('keep what a failed task had reached, and go on from there', () => {
    const progress = progressAfter(
      said.started(0),
      said.progress({ 0: 0.5 }),
      said.failed(0, 'ValueError'),
      said.started(1),
      said.progress({ 1: 0.2 }),
      said.progress({ 1: 0.7 }),
    );
    assert.deepEqual(
      progress.map(({ workers: [worker] }) => [worker?.failed, worker?.share]),
      [
        [0, 0],
        [0, 0.5],
        [1, 0.5],
        [1, 0.5],
        [1, 0.5],
        [1, 0.7],
      ],
    );
  });

  test('never fall back, whatever the driver tells', () => {
    const random = seeded(7);
    const lines = Array.from({ length: 2000 }, () => {
      const task = Math.floor(random() * 8);
      const worker = `worker ${Math.floor(random() * 3)}`;
      return [
        said.started(task, 'a', worker),
        said.progress({ [task]: random() * 1.2 - 0.1 }),
        said.result(task),
        said.failed(task, 'ValueError'),
      ][Math.floor(random() * 4)]!;
    });
    const done = new Map<string, number>();
    for (const { workers } of progressAfter(...lines)) {
      for (const { id, tasks, share } of workers) {
        assert.ok(share >= 0 && share <= 1);
        assert.ok(tasks + share >= (done.get(id) ?? 0));
        done.set(id, tasks + share);
      }
    }
  });
});
