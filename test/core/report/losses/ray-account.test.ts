import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../../../source/core/plan/plan.ts';
import {
  phaseText,
  rayAccountOf,
  type RayAccount,
} from '../../../../source/core/report/losses/ray-account.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import {
  onRay,
  profileStateWith,
  stateWith,
  withoutPython,
  type Walls,
} from '../../../helpers/profiles/profiles.ts';

function account(walls: Walls, id = 'ray'): RayAccount | undefined {
  const report = reportOf(stateWith({ profile: profileStateWith({ walls }) }), '1.2.3');
  return report && rayAccountOf(report, id);
}

test('the phases follow each other, and tasks run in one of them', () => {
  const phases = account({ ray: [10_000] })?.phases ?? [];
  assert.deepEqual(phases.map(phaseText), [
    'submit 20.0 ms',
    'pending 1.50 s',
    'driver start 500 ms',
    'warm-up 3.50 s',
    'tasks 4.00 s',
    'rest 480 ms',
  ]);
  assert.deepEqual(
    phases.filter(({ computing }) => computing).map(({ name }) => name),
    ['tasks'],
  );
});

test('they are those of the typical pass, whose round is told where it is not the only one', () => {
  const typical = account({ ray: [9000, 10_000, 9500] });
  assert.equal(typical?.wall, 9500);
  assert.equal(typical?.round, 3);
  assert.equal(account({ ray: ['failed', 9500] })?.round, 2);
  assert.ok(!('round' in (account({ ray: [9500] }) ?? {})));
});

test('why the wall is what it is: language, inside, span share', () => {
  assert.equal(
    account({ local: [1000], ray: [8000] })?.product,
    'language 0.089 × inside 3.50 × span share 0.40',
  );
});

test('with Python here the language is timed here, and the CPU of the cluster has its factor', () => {
  const python = [10_000];
  assert.equal(
    account({ local: [1000], python, ray: [8000] })?.product,
    'language 0.10 (timed here) × CPU 0.89 × inside 3.50 × span share 0.40',
  );
  assert.equal(
    account({ python, ray: [8000] })?.product,
    'CPU 0.89 × inside 3.50 × span share 0.40',
  );
});

test('without local the product is against Python on one CPU', () => {
  assert.equal(
    account({ pool: [500], ray: [8000] })?.product,
    '1.40x against python x1 = inside 3.50 × span share 0.40',
  );
});

test('where the serial tasks failed the share of the span is left', () => {
  const ray = [(pass: Case) => withoutPython(pass, 8000)];
  assert.equal(account({ local: [1000], ray })?.product, 'span share 0.40');
});

test('the job is linked on its dashboard, whatever lies before its path', () => {
  const ray = [(pass: Case) => onRay(pass, 8000, { address: 'https://host/ray', job: 'fibtui-1' })];
  assert.equal(account({ ray })?.link, 'https://host/ray/#/jobs/fibtui-1');
});

const placeWith = (nodes: number, cpus: number) =>
  account({ ray: [(pass) => onRay(pass, 8000, { nodes, cpus })] })?.place;

test('the place has its version and its size, as far as the cluster told it', () => {
  assert.equal(placeWith(2, 40), 'Ray 2.60.0, 2 nodes, 40 CPUs');
  assert.equal(placeWith(1, 1), 'Ray 2.60.0, 1 node, 1 CPU');
  assert.equal(placeWith(0, 0), 'Ray 2.60.0');
});

test('a case that never finished on Ray, or is none of Ray, has no account', () => {
  assert.equal(account({ local: [1000], ray: ['failed'] }), undefined);
  assert.equal(account({ local: [1000], ray: [8000] }, 'local'), undefined);
});

test('the workers say how they give way, and how often they had to ask for memory', () => {
  const workersWith = (given: Parameters<typeof onRay>[2]) =>
    account({ ray: [(pass) => onRay(pass, 8000, given)] })?.workers;
  assert.equal(workersWith({}), '');
  assert.equal(workersWith({ nice: [0, 15] }), 'workers at nice 0, 15');
  assert.equal(
    workersWith({ nice: [15], faults: { task: 28_640.5, serial: 6 } }),
    'workers at nice 15; page faults: 28,641 of a task, 6 of a serial one',
  );
});

test('a wait for CPUs is a phase of its own, and what no phase shows is said', () => {
  const ray = {
    queued: 900,
    lag: 12,
    queue: { p50: 60, p95: 90, most: 1500 },
    warmUpGaveUp: { ready: 0, of: 4, free: 0 },
  };
  const found = account({ ray: [(pass) => onRay(pass, 8000, ray)] });
  assert.ok(found?.phases.map(phaseText).includes('queued 900 ms'));
  assert.deepEqual(found?.remarks, [
    "From the driver's request to its start a task waited 60.0 ms (p50; p95 90.0 ms, most 1.50 s).",
    'The warm-up gave up with 0 of 4 workers: others held all CPUs.',
    'fibtui knew of the end 12.0 ms later, which is no part of the duration.',
  ]);
  const slow = { warmUpGaveUp: { ready: 3, of: 4, free: 1 } };
  assert.deepEqual(account({ ray: [(pass) => onRay(pass, 8000, slow)] })?.remarks, [
    'The warm-up gave up with 3 of 4 workers: its workers were slow to start, with 1 CPU free.',
  ]);
});
