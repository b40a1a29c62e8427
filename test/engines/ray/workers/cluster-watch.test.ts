import assert from 'node:assert/strict';
import { mock, suite, test } from 'node:test';
import type {
  MachineEvent,
  ProfileEvent,
  WorkerSample,
} from '../../../../source/core/profile/event.ts';
import { samplePeriod } from '../../../../source/core/sample-period.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { watchCluster } from '../../../../source/engines/ray/workers/cluster-watch.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';

/** The observed events of a pass in which the driver writes these lines, one in each sample period. */
function watchLines(shape: { tasks: number; workers: number }, ...lines: readonly object[]) {
  const observed: (ProfileEvent | MachineEvent)[] = [];
  mock.timers.enable({ apis: ['setTimeout'] });
  const watch = watchCluster(shape, (event) => void observed.push(event));
  const line = driverLines('n');
  for (const event of openLogReader('n').read(lines.map((one) => line(one)).join(''))) {
    watch.handle(event);
    mock.timers.tick(samplePeriod);
  }

  watch.close();
  mock.timers.reset();
  const samples = observed.flatMap((event) => (event.type === 'workers-sampled' ? [event] : []));
  return {
    workerOf: (id: string) => watch.workerNumbers().get(id),
    observed,
    nodes: samples.at(-1)?.nodes,
    workers: samples.at(-1)?.workers,
    shares: samples.map(({ workers }) => workers.map(({ share }) => share)),
    notes: observed.flatMap((event) => (event.type === 'phase-noted' ? [event.note] : [])),
  };
}

const shape = { tasks: 4, workers: 2 };

const clusterOf = (...cpus: readonly number[]) => ({
  ...said.cluster,
  nodes: cpus.map((count, index) => ({
    id: 'abcdef'[index]!.repeat(16),
    ip: `10.0.0.${index + 1}`,
    host: 'host',
    cpus: count,
  })),
  cpus: cpus.reduce((sum, count) => sum + count, 0),
  free: cpus.reduce((sum, count) => sum + count, 0),
});

suite('the bars of a cluster', () => {
  test('are none before a task has started, under the names of its nodes', () => {
    const { workers, nodes } = watchLines(shape, said.hello, said.cluster);
    assert.deepEqual(workers, []);
    assert.deepEqual(nodes, ['10.0.0.1', '10.0.0.2']);
  });

  test('of two nodes with one address tell them apart by their ids', () => {
    const { nodes } = said.cluster;
    const twins = { ...said.cluster, nodes: nodes.map((node) => ({ ...node, ip: '127.0.0.1' })) };
    assert.deepEqual(watchLines(shape, twins).nodes, ['127.0.0.1 aaaa', '127.0.0.1 bbbb']);
  });

  test('are as long as the fair part of their worker that is done', () => {
    const { workers, shares } = watchLines(
      shape,
      said.cluster,
      said.started(0, 'a'),
      said.started(1, 'b'),
      said.progress({ 0: 0.5 }),
      said.result(0),
      said.started(2, 'a'),
      said.progress({ 1: 0.25, 2: 0.5 }),
    );
    assert.deepEqual(shares.at(-1), [0.75, 0.125]);
    assert.deepEqual(workers, [
      { share: 0.75, tasks: 1, node: 0 },
      { share: 0.125, tasks: 0, node: 1 },
    ]);
  });

  test('are full, and no longer, where a worker did more than its part', () => {
    const run = [0, 1, 2].flatMap((task) => [said.started(task, 'a'), said.result(task)]);
    const expected: readonly WorkerSample[] = [{ share: 1, tasks: 3, node: 0 }];
    assert.deepEqual(watchLines(shape, said.cluster, ...run).workers, expected);
  });

  test('never get shorter', () => {
    const { shares } = watchLines(
      shape,
      said.cluster,
      said.started(0, 'a'),
      said.progress({ 0: 0.8 }),
      said.progress({ 0: 0.4 }),
      said.result(0),
      said.started(1, 'a'),
      said.progress({ 1: 0.1 }),
    );
    const first = shares.flatMap(([share]) => share ?? []);
    assert.deepEqual(
      first,
      first.toSorted((a, b) => a - b),
    );
  });

  test('tell of tasks that failed', () => {
    const { workers } = watchLines(
      shape,
      said.cluster,
      said.started(0, 'b'),
      said.progress({ 0: 0.5 }),
      said.failed(0, 'WorkerCrashedError'),
    );
    assert.deepEqual(workers, [{ share: 0.25, tasks: 0, node: 1, failed: 1 }]);
  });

  test('are one for a CPU, whichever processes Ray starts on it one after another', () => {
    const { workers, workerOf } = watchLines(
      shape,
      clusterOf(1, 1),
      said.started(0, 'a', 'first'),
      said.failed(0, 'WorkerCrashedError'),
      said.started(1, 'b', 'other'),
      said.started(2, 'a', 'second'),
      said.result(2),
    );
    assert.deepEqual(workers, [
      { share: 0.5, tasks: 1, node: 0, failed: 1 },
      { share: 0, tasks: 0, node: 1 },
    ]);
    assert.deepEqual(['first', 'second', 'other', 'nobody'].map(workerOf), [0, 0, 1, undefined]);
  });

  test('are several for a node of several CPUs, by node', () => {
    const { workers, workerOf } = watchLines(
      { tasks: 4, workers: 3 },
      clusterOf(2, 1),
      said.started(0, 'b', 'z'),
      said.started(1, 'a', 'y'),
      said.started(2, 'a', 'x'),
      said.started(3, 'a', 'w'),
    );
    assert.deepEqual(
      workers?.map(({ node }) => node),
      [0, 0, 1],
    );
    assert.deepEqual(['y', 'x', 'w', 'z'].map(workerOf), [0, 1, 0, 2]);
  });

  test('of a node that joined late come last', () => {
    const { workers } = watchLines(
      shape,
      said.cluster,
      said.started(0, 'c', 'late'),
      said.started(1, 'b', 'early'),
    );
    assert.deepEqual(
      workers?.map(({ node }) => node),
      [1, 2],
    );
  });

  test('are reported once for all that happens in a sample period, and in the end', () => {
    const observed: (ProfileEvent | MachineEvent)[] = [];
    mock.timers.enable({ apis: ['setTimeout'] });
    const watch = watchCluster({ tasks: 10_000, workers: 2 }, (event) => void observed.push(event));
    const line = driverLines('n');
    const lines = Array.from({ length: 10_000 }, (_, task) => [
      said.started(task, 'ab'[task % 2]),
      said.result(task),
    ]);
    const text = [said.cluster, ...lines.flat()].map((one) => line(one)).join('');
    openLogReader('n')
      .read(text)
      .forEach((event) => watch.handle(event));
    assert.equal(observed.length, 1);
    watch.close();
    const last = observed.findLast((event) => event.type === 'workers-sampled');
    assert.deepEqual(
      last?.workers.map(({ tasks }) => tasks),
      [5000, 5000],
    );
    mock.timers.tick(10 * samplePeriod);
    assert.deepEqual(
      observed.map(({ type }) => type),
      ['workers-sampled', 'workers-sampled', 'phase-noted'],
    );
    mock.timers.reset();
  });

  test('are not drawn anew for what changes none of them', () => {
    const before = watchLines(shape, said.cluster, said.started(0, 'a')).observed.length;
    const after = watchLines(shape, said.cluster, said.started(0, 'a'), said.warm, said.end('ok'));
    assert.equal(after.observed.length, before);
  });
});

suite('a remark on a cluster', () => {
  const busy = (free: number) => ({ ...said.cluster, free });

  test('is none while nothing holds the tasks up', () => {
    assert.deepEqual(watchLines(shape, said.cluster, said.started(0, 'a')).notes, []);
  });

  test('says how many tasks wait for a CPU that others hold, until all that can run do', () => {
    const { notes } = watchLines(
      shape,
      busy(1),
      said.submitted(4),
      said.started(0, 'a'),
      said.result(0),
      said.started(1, 'a'),
    );
    assert.deepEqual(notes, ['1 of the first 2 tasks waits for a CPU that others hold']);

    const later = watchLines(shape, busy(0), said.started(0, 'a'), said.started(1, 'b'));
    assert.deepEqual(later.notes, [
      'all 4 tasks wait for a CPU that others hold',
      '1 of the first 2 tasks waits for a CPU that others hold',
      undefined,
    ]);
  });

  test('counts the tasks where there are no more than CPUs', () => {
    const cluster = { ...clusterOf(64), free: 52 };
    const { notes } = watchLines({ tasks: 64, workers: 64 }, cluster);
    assert.deepEqual(notes, ['12 of 64 tasks wait for a CPU that others hold']);
  });

  test('does not believe in free CPUs that no task has got after two seconds', () => {
    const ts = 1_000_000;
    const { notes } = watchLines(
      shape,
      said.cluster,
      { ...said.submitted(4), ts },
      { ...said.started(0, 'a'), ts: ts + 100 },
      { ...said.progress(), ts: ts + 1900 },
      { ...said.progress(), ts: ts + 2000 },
      { ...said.started(1, 'b'), ts: ts + 2500 },
    );
    assert.deepEqual(notes, ['1 of the first 2 tasks waits for a CPU that others hold', undefined]);
  });

  test('is none for a CPU that no task would need', () => {
    assert.deepEqual(watchLines({ tasks: 1, workers: 1 }, busy(1)).notes, []);
  });

  test('is none while every CPU has had a task, whatever it does between two', () => {
    const { notes } = watchLines(
      shape,
      busy(0),
      said.started(0, 'a'),
      said.started(1, 'b'),
      said.result(0),
      said.result(1),
      said.progress(),
    );
    assert.equal(notes.at(-1), undefined);
  });

  const both = [said.started(0, 'a'), said.started(1, 'b')];

  test('says that only the tasks off the clock are left', () => {
    const { notes } = watchLines(
      { tasks: 2, workers: 2 },
      said.cluster,
      ...both,
      said.result(1),
      said.result(0),
    );
    assert.deepEqual(notes, ['all tasks are in; three more in plain Python, off the clock']);
  });

  test('does not say so where one failed: there are none', () => {
    const failed = said.failed(1, 'WorkerCrashedError');
    const lines = [said.cluster, ...both, failed, said.result(0)];
    assert.deepEqual(watchLines({ tasks: 2, workers: 2 }, ...lines).notes, []);
  });
});
