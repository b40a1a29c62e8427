import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openClusterProgress } from '../../../../source/engines/ray/workers/cluster-progress.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { seeded } from '../../../helpers/numbers/random.ts';

/** The workers, by place, after each of the events. */
function workersAfter(...lines: readonly object[]) {
  const line = driverLines('n');
  const events = openLogReader('n').read(lines.map((one) => line(one)).join(''));
  assert.equal(events.length, lines.length);
  const { add, places } = openClusterProgress();
  return events.map((event) => {
    add(event);
    return places().flatMap(({ workers }) => workers.map((worker) => ({ ...worker })));
  });
}

const lastOf = (...lines: readonly object[]) => workersAfter(...lines).at(-1) ?? [];

suite('the workers of a cluster', () => {
  test('show up with their first task, by node and then in the order in which they came', () => {
    const workers = lastOf(
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
    const workers = lastOf(
      said.cluster,
      said.started(0, 'c', 'late'),
      said.started(1, 'b', 'early'),
    );
    assert.deepEqual(
      workers.map(({ id }) => id),
      ['early', 'late'],
    );
  });

  test('have the share of the running task, and one more task when it is done', () => {
    const progress = workersAfter(
      said.started(0),
      said.progress({ 0: 0.5 }),
      said.progress(),
      said.result(0),
      said.started(1),
      said.progress({ 0: 0.9, 1: 0.2 }),
    );
    assert.deepEqual(
      progress.map(([worker]) => [worker?.tasks, worker?.share]),
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
    const progress = workersAfter(
      said.started(0),
      said.progress({ 0: 0.5 }),
      said.failed(0, 'ValueError'),
      said.started(1),
      said.progress({ 1: 0.2 }),
      said.progress({ 1: 0.7 }),
    );
    assert.deepEqual(
      progress.map(([worker]) => [worker?.failed, worker?.share]),
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
    for (const workers of workersAfter(...lines)) {
      for (const { id, tasks, share } of workers) {
        assert.ok(share >= 0 && share <= 1);
        assert.ok(tasks + share >= (done.get(id) ?? 0));
        done.set(id, tasks + share);
      }
    }
  });

  test('of a hundred thousand tasks cost as many steps with 4,096 CPUs as with two', () => {
    const looks = [2, 4096].map((cpus) => {
      let seen = 0;
      const counting = (one: object) =>
        new Proxy(one, {
          get(target, name, receiver) {
            seen++;
            return Reflect.get(target, name, receiver) as unknown;
          },
        });
      const { add } = openClusterProgress();
      for (let task = 0; task < 100_000; task++) {
        const events = [said.started(task, 'a', `w${task % cpus}`), said.result(task)];
        events.forEach((one) => add(counting(one) as never));
      }

      return seen;
    });
    assert.equal(looks[0], looks[1]);
  });
});
