import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../../../source/core/plan/plan.ts';
import type { Settings } from '../../../../source/core/plan/settings.ts';
import { rayWorthOf } from '../../../../source/core/report/losses/ray-worth.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import {
  onRay,
  profileStateWith,
  stateWith,
  withoutPython,
  type Walls,
} from '../../../helpers/profiles/profiles.ts';

function worthOf(walls: Walls, plan: Partial<Settings> = {}): readonly string[] {
  const profile = profileStateWith({ walls, plan });
  return rayWorthOf(reportOf(stateWith({ profile }), '1.2.3')!, 'ray');
}

const local = [1000, 1000, 1000];

const ofPython =
  (python1: number, wall = 5000) =>
  (planned: Case) =>
    onRay(planned, wall, { python1 });

/** A job whose tasks fill nine tenths of its wall. */
const started = (planned: Case) => {
  const outcome = onRay(planned, 10_000);
  return { ...outcome, wall: 4400, ray: { ...outcome.ray!, python1: 7000 } };
};

test('what the CPUs of the cluster give is said with the range of all rounds, and what would help', () => {
  assert.deepEqual(
    worthOf({ local, ray: [ofPython(6800), ofPython(7000), ofPython(7200)] }, { size: 50_000 }),
    [
      'Yes: inside the cluster 4 CPUs are 3.50 times as fast as 1 (3.40 to 3.60).',
      'Starting the job would matter less with longer tasks: try a size of 200,000.',
    ],
  );
});

test('what waited for CPUs most of the time is told to wait until they are free', () => {
  const queued = (planned: Case) => onRay(planned, 5000, { python1: 7000, queued: 2000 });
  assert.equal(
    worthOf({ local, ray: [queued, queued, queued] }).at(-1),
    'The tasks waited 2.00 s for CPUs that others held: run again when the cluster is free.',
  );
});

test('one round has no range', () => {
  assert.equal(
    worthOf({ local: [1000], ray: [ofPython(7000)] })[0],
    'Yes: inside the cluster 4 CPUs are 3.50 times as fast as 1.',
  );
});

test('where nothing is gained it says so', () => {
  assert.equal(
    worthOf({ local, ray: [ofPython(1900), ofPython(1850), ofPython(1800)] })[0],
    'No: inside the cluster 4 CPUs are 7 % slower than 1 (5 to 10 % slower).',
  );
  assert.equal(
    worthOf({ local, ray: [ofPython(1900), ofPython(2000), ofPython(2200)] })[0],
    'Hard to tell: inside the cluster 4 CPUs are as fast as 1 (between 5 % slower and 10 % faster).',
  );
});

test('a cluster that gave one CPU ran nothing in parallel', () => {
  assert.equal(
    worthOf({ local, ray: [5000, 5000, 5000] }, { tasks: 1 })[0],
    'No: only 1 CPU of the cluster had tasks, so nothing ran in parallel.',
  );
});

test('where nobody timed Python on one CPU it is not known', () => {
  const ray = [5000, 5000, 5000].map((wall) => (planned: Case) => withoutPython(planned, wall));
  assert.equal(
    worthOf({ local, ray })[0],
    'Not known: the tasks that would show how fast one CPU of the cluster is did not finish.',
  );
});

test('a job that starts fast needs more CPUs to make up for Python', () => {
  assert.equal(
    worthOf({ local, ray: [started, started, started] })[1],
    'A task takes 7.00 times as long in Python: about 18 CPUs of the cluster would be as fast as local.',
  );
});

test('where a longer task would take too much memory, more tasks would help', () => {
  assert.equal(
    worthOf({ local, ray: [ofPython(7000)] }, { size: 200_000 })[1],
    'Starting the job would matter less with more tasks: try 200.',
  );
});

test('without a finished pass there is nothing to say', () => {
  assert.deepEqual(worthOf({ local, ray: ['failed', 'failed', 'failed'] }), []);
  assert.deepEqual(worthOf({ local, pool: local }), []);
});
