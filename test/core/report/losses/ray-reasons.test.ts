import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../../../source/core/plan/plan.ts';
import {
  rayReasonsOf,
  type RayReasons,
} from '../../../../source/core/report/losses/ray-reasons.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import { ratio } from '../../../../source/core/text/format.ts';
import { speedText } from '../../../../source/core/text/speed.ts';
import { seeded } from '../../../helpers/numbers/random.ts';
import {
  finished,
  onRay,
  profileStateWith,
  stateWith,
  withoutPython,
  type Walls,
} from '../../../helpers/profiles/profiles.ts';

const reportWith = (walls: Walls) =>
  reportOf(stateWith({ profile: profileStateWith({ walls }) }), '1.2.3')!;

const reasonsOf = (walls: Walls): RayReasons | undefined => rayReasonsOf(reportWith(walls), 'ray');

const rowsOf = (reasons: RayReasons | undefined): readonly string[] =>
  (reasons?.factors ?? []).map(
    ({ divides, value, because: [text] }) => `${divides ? '÷' : '×'} ${value} ${text}`,
  );

const local = [1000, 1000, 1000];

/** A pass whose tasks take a fifth of the Python that one CPU takes for them. */
const ofWall = (wall: number, python1: number) => (planned: Case) =>
  onRay(planned, wall, { python1 });

test('a slow job has its language and its start against it, and its CPUs for it', () => {
  const reasons = reasonsOf({ local, ray: [6600, 6600, 6600].map((wall) => ofWall(wall, 4500)) });
  assert.equal(reasons?.whole, '6.60');
  assert.equal(reasons.slower, true);
  assert.deepEqual(rowsOf(reasons), [
    "× 4.49 each task: Python instead of fibtui's WebAssembly",
    '× 2.50 starting the job: 3.96 s of 6.60 s (pending, warm-up)',
    '÷ 1.70 4 CPUs of the cluster instead of 1',
  ]);
});

test('what waited for CPUs that others held is a factor of its own', () => {
  const queuedFor = (wall: number) => (planned: Case) =>
    onRay(planned, wall, { python1: 4500, queued: 0.3 * wall, warmUp: 0.05 * wall });
  const reasons = reasonsOf({ local, ray: [6600, 6600, 6600].map(queuedFor) });
  assert.equal(reasons?.whole, '6.60');
  assert.deepEqual(rowsOf(reasons), [
    "× 4.51 each task: Python instead of fibtui's WebAssembly",
    '× 1.75 starting the job: 1.98 s of 6.60 s (pending, driver start, warm-up, rest)',
    '× 1.43 waiting for a CPU: 1.98 s of 6.60 s (others held them)',
    '÷ 1.71 4 CPUs of the cluster instead of 1',
  ]);
});

test('a short wait for CPUs belongs to the start of the job', () => {
  const ray = [6600, 6600, 6600].map(
    (wall) => (planned: Case) =>
      onRay(planned, wall, { python1: 4500, queued: 0.04 * wall, warmUp: 0.31 * wall }),
  );
  assert.deepEqual(
    rowsOf(reasonsOf({ local, ray }))[1],
    '× 2.50 starting the job: 3.96 s of 6.60 s (pending, warm-up)',
  );
});

test('a fast one has its CPUs for it', () => {
  const reasons = reasonsOf({ local, ray: [500, 500, 500].map((wall) => ofWall(wall, 1400)) });
  assert.equal(reasons?.whole, '2.00');
  assert.equal(reasons.slower, false);
  assert.deepEqual(rowsOf(reasons), [
    '× 7.00 4 CPUs of the cluster instead of 1',
    '÷ 2.50 starting the job: 300 ms of 500 ms (pending, warm-up)',
    "÷ 1.40 each task: Python instead of fibtui's WebAssembly",
  ]);
});

test('where Python ran here as well, it says that the language is timed here, and what the CPUs do', () => {
  const ray = [6600, 6600, 6600].map((wall) => ofWall(wall, 4500));
  const python = [5000, 5000, 5000];
  assert.deepEqual(rowsOf(reasonsOf({ local, python, ray })), [
    "× 5.00 each task: Python instead of fibtui's WebAssembly, timed on this machine",
    '× 2.49 starting the job: 3.96 s of 6.60 s (pending, warm-up)',
    '÷ 1.70 4 CPUs of the cluster instead of 1',
    '÷ 1.11 a CPU of the cluster instead of one here, both in Python',
  ]);
});

test('over Python here there is no language', () => {
  const reasons = reasonsOf({
    python: [4950, 4950, 4950],
    ray: [6600, 6600, 6600].map((wall) => ofWall(wall, 4500)),
  });
  assert.equal(reasons?.over, 'python');
  assert.deepEqual(rowsOf(reasons), [
    '× 2.50 starting the job: 3.96 s of 6.60 s (pending, warm-up)',
    '÷ 1.71 4 CPUs of the cluster instead of 1',
    '÷ 1.10 a CPU of the cluster instead of one here, both in Python',
  ]);
});

test('where nobody timed Python on one CPU, the tasks are one factor', () => {
  const walls = [5000, 5000, 5000].map((wall) => (planned: Case) => withoutPython(planned, wall));
  assert.deepEqual(rowsOf(reasonsOf({ local, ray: walls })), [
    '× 2.50 starting the job: 3.00 s of 5.00 s (pending, warm-up)',
    '× 2.00 the tasks: Python on 4 CPUs of the cluster, WebAssembly in local',
  ]);
});

test('so they are without a local engine', () => {
  const reasons = reasonsOf({ pool: local, ray: [5000, 5000, 5000] });
  assert.equal(reasons?.over, 'pool');
  assert.deepEqual(rowsOf(reasons).slice(1), [
    '× 2.00 the tasks: Python on 4 CPUs of the cluster, WebAssembly in pool',
  ]);
});

test('a single round and a job without a pass have no factors', () => {
  assert.equal(reasonsOf({ local: [1000], ray: [5000] }), undefined);
  assert.equal(reasonsOf({ local, ray: ['failed', 'failed', 'failed'] }), undefined);
  assert.equal(reasonsOf({ ray: [5000, 5000] }), undefined);
});

/** Random walls, Python and number of rounds. */
function randomWalls(random: () => number): Walls {
  const times = (from: number, to: number) => from * (to / from) ** random();
  const rounds = 2 + Math.floor(random() * 6);
  const python1 = times(10, 1e6);
  return {
    local: Array.from({ length: rounds }, () => times(10, 20_000)),
    ray: Array.from({ length: rounds }, () => {
      const wall = times(1000, 60_000);
      return random() < 0.1
        ? (planned: Case) => withoutPython(planned, wall)
        : (planned: Case) =>
            random() < 0.1 ? finished(planned, wall) : onRay(planned, wall, { python1 });
    }),
  };
}

test('in thousands of made-up runs the factors on the page multiply to its headline', () => {
  const random = seeded(3);
  for (let sample = 0; sample < 2000; sample++) {
    const report = reportWith(randomWalls(random));
    const { speedup } = report.cases.find(({ id }) => id === 'ray')!;
    const reasons = rayReasonsOf(report, 'ray')!;
    const product = reasons.factors.reduce((whole, { divides, value }) => {
      const printed = Number(value.replaceAll(',', ''));
      return divides ? whole / printed : whole * printed;
    }, 1);
    assert.equal(ratio(product), reasons.whole, rowsOf(reasons).join('\n'));
    assert.equal(reasons.slower, speedup!.value < 1);
    const headline = speedText(speedup!.value);
    assert.ok(!headline.includes('times') || headline.startsWith(`${reasons.whole} `), headline);
    const { wall, overWall } = reasons;
    assert.equal(ratio(reasons.slower ? wall / overWall : overWall / wall), reasons.whole);
  }
});
