import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceOf } from '../../../../source/core/report/figures/comparison.ts';
import { verdictOf } from '../../../../source/core/report/figures/verdict.ts';
import type { Case, Plan } from '../../../../source/core/plan/plan.ts';
import {
  onRay,
  planWith,
  profileStateWith,
  withoutPython,
  type ProfileRequest,
} from '../../../helpers/profiles/profiles.ts';

const five = (wall: number): readonly number[] => [wall, wall, wall, wall, wall];

const sentenceOf = (request: ProfileRequest, cpus = 4): string =>
  verdictOf(profileStateWith(request), cpus).sentence;

test('a faster case wins by a factor, its interval and the most there is', () => {
  const walls = { local: [1000, 1010, 1020, 1030, 1040], pool: [270, 275, 280, 285, 290] };
  assert.equal(
    sentenceOf({ walls }),
    'pool wins: 3.64x faster than local (3.59 to 3.70), of at most 4x with 4 workers',
  );
});

test('where some cores are slow, the most there is says that it is of cores of one kind', () => {
  const profile = profileStateWith({ walls: { local: five(1000), pool: five(400) } });
  assert.match(
    verdictOf(profile, 4, 2).sentence,
    /, of at most 4x with 4 workers on cores of one kind$/,
  );
  assert.match(verdictOf(profile, 4, 4).sentence, /, of at most 4x with 4 workers$/);
});

test('where the other case is slower the reference wins', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), pool: [125, 120, 130, 140, 110] } }),
    'local wins: pool takes 1.25x as long (1.10 to 1.40)',
  );
});

test('two that are the same within 5 % are said to be', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), pool: [100, 98, 101, 102, 99] } }),
    'pool is as fast as local, within 5 % (0.98 to 1.02); of at most 4x with 4 workers',
  );
});

test('too few rounds give the factor and say how many there must be', () => {
  assert.equal(
    sentenceOf({ walls: { local: [100, 100, 100], pool: [50, 50, 50] } }),
    'too few rounds for a verdict (3 of at least 5): pool measured 2.00x against local, of at most 4x with 4 workers',
  );
});

test('rounds in which one of both failed are no pairs', () => {
  const walls = { local: five(100), pool: [50, 50, 'failed', 50, 50] as const };
  assert.match(
    sentenceOf({ walls }),
    /^too few rounds for a verdict \(4 of at least 5\): pool measured 2\.00x against local/,
  );
});

test('a case alone has nothing to compare with', () => {
  assert.equal(
    sentenceOf({ walls: { pool: [592, 590, 594] } }),
    'no verdict: pool took 592 ms, and nothing finished beside it to compare with',
  );
});

test('a case that never finished leaves the other one alone', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(1420), pool: ['failed', 'failed'] } }),
    'no verdict: local took 1.42 s, and nothing finished beside it to compare with',
  );
});

test('cases that finished in different rounds only are not compared', () => {
  assert.equal(
    sentenceOf({ walls: { local: [100, 'failed'], pool: ['failed', 50] } }),
    'no verdict: local took 100 ms, pool took 50.0 ms, and nothing finished beside it to compare with',
  );
});

test('without a finished pass there is no verdict', () => {
  assert.equal(
    sentenceOf({ walls: { local: ['cancelled'], pool: ['failed'] } }),
    'no verdict: no pass finished',
  );
});

test('the same engine twice is compared with itself', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), 'local#2': [100, 101, 99, 100, 100] } }),
    'local#2 is as fast as local, within 5 % (0.99 to 1.01)',
  );
});

test('three cases make a sentence for each that is not the reference', () => {
  assert.equal(
    sentenceOf({ walls: { pool: five(50), local: five(100), 'local#2': five(200) } }),
    'pool wins: 2.00x faster than local (2.00 to 2.00), of at most 4x with 4 workers; local#2 takes 2.00x as long as local (2.00 to 2.00)',
  );
});

test('a reference with many workers bounds nobody', () => {
  assert.equal(
    sentenceOf({ walls: { pool: five(50), 'pool#2': five(40) } }),
    'pool#2 wins: 1.25x faster than pool (1.25 to 1.25)',
  );
});

const fast = { local: five(100), pool: five(50) };
const ceilings = [
  ['two workers', { workers: 2 }, 'of at most 2x with 2 workers'],
  ['one worker', { workers: 1 }, 'more than the most possible, 1x with 1 worker'],
  ['workers beyond the CPUs', { workers: 8 }, 'of at most 4x with 8 workers on 4 CPUs'],
  ['fewer tasks than workers', { tasks: 3 }, 'of at most 3x with 4 workers and 3 tasks'],
  ['a single task', { tasks: 1 }, 'more than the most possible, 1x with 4 workers and 1 task'],
  ['an incomplete last wave', { tasks: 7 }, 'of at most 3.5x with 4 workers and 7 tasks'],
  ['a long last wave', { tasks: 13 }, 'of at most 3.25x with 4 workers and 13 tasks'],
  [
    'workers that share the CPUs and so make no waves',
    { workers: 6, tasks: 6 },
    'of at most 4x with 6 workers on 4 CPUs',
  ],
  [
    'fewer tasks than CPUs for more workers than CPUs',
    { workers: 6, tasks: 3 },
    'of at most 3x with 6 workers on 4 CPUs and 3 tasks',
  ],
] as const;

for (const [name, plan, bound] of ceilings) {
  test(`the most that ${name} could give is named`, () => {
    assert.equal(
      sentenceOf({ walls: fast, plan }),
      `pool wins: 2.00x faster than local (2.00 to 2.00), ${bound}`,
    );
  });
}

test('one CPU is not several', () => {
  assert.match(sentenceOf({ walls: fast, plan: { workers: 2 } }, 1), /1x with 2 workers on 1 CPU$/);
});

test('a verdict carries what it compared', () => {
  const profile = profileStateWith({ walls: fast });
  const { comparisons } = verdictOf(profile, 4);
  assert.deepEqual(comparisons, [
    {
      case: profile.plan.cases[1],
      over: profile.plan.cases[0],
      speedup: {
        value: 2,
        low: 2,
        high: 2,
        coverage: 0.9375,
        round: 3,
        pairs: 5,
        outcome: 'faster',
      },
    },
  ]);
});

test('the reference of a case is the first local one that computes the same, else the first of these', () => {
  const referencesIn = ({ cases }: Pick<Plan, 'cases'>) =>
    cases.map((planned) => referenceOf({ cases }, planned).id);
  const three = planWith({ engines: ['pool', 'local', 'local'] });
  assert.deepEqual(referencesIn(three), ['local', 'local', 'local']);
  assert.deepEqual(referencesIn(planWith({ engines: ['pool', 'pool'] })), ['pool', 'pool']);
  const larger = planWith({ engines: ['local', 'pool'], size: 5000 }).cases.map((planned) => ({
    ...planned,
    id: `${planned.id}/n=5000`,
  }));
  const ids = ['local', 'local', 'local', 'local/n=5000', 'local/n=5000'];
  assert.deepEqual(referencesIn({ cases: [...three.cases, ...larger] }), ids);
});

const slow = { local: five(1000), pool: five(500) };
const onCluster = { cluster: { at: 'http://127.0.0.1:8265', cpus: 2, here: false }, workers: 2 };

test('with three engines it names the winner, then what Ray measured, then its inside', () => {
  assert.equal(
    sentenceOf({ walls: { ...slow, ray: [8000, 8200, 7800] }, plan: onCluster }),
    'pool wins: 2.00x faster than local (2.00 to 2.00), of at most 2x with 2 workers; ' +
      'ray measured 0.13x against local, too few rounds for a verdict (3 of at least 5); ' +
      'inside the cluster ray is 1.75x faster than Python on one CPU',
  );
});

test('with as many rounds as the others Ray has a verdict of its own', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.equal(
    sentenceOf({ walls: { ...slow, ray: five(8000) }, plan }),
    'pool wins: 2.00x faster than local (2.00 to 2.00), of at most 2x with 2 workers; ' +
      'ray takes 8.00x as long as local (8.00 to 8.00); ' +
      'inside the cluster ray is 1.75x faster than Python on one CPU',
  );
});

test('Ray has no ceiling: it computes in another language', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { local: five(1000), ray: five(100) }, plan }),
    /^ray wins: 10\.0x faster than local \(10\.0 to 10\.0\); inside/,
  );
});

test('of two that are faster the fastest wins, where it beats the other without a doubt', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { ...slow, ray: five(250) }, plan }),
    /^ray wins: 4\.00x faster than local .*; pool is 2\.00x faster than local \(2\.00 to 2\.00\), of at most/,
  );
  assert.match(
    sentenceOf({ walls: { ...slow, ray: [500, 490, 510, 505, 495] }, plan }),
    /^pool is 2\.00x faster than local .*; ray is 2\.00x faster than local/,
  );
});

test('the reference wins once, where all others are slower', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { local: five(100), pool: five(200), ray: five(800) }, plan }),
    /^local wins: pool takes 2\.00x as long \(2\.00 to 2\.00\); ray takes 8\.00x as long \(8\.00 to 8\.00\); inside/,
  );
});

test('beside a case that is as fast nobody wins', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { local: five(100), pool: five(100), ray: five(800) }, plan }),
    /^pool is as fast as local, within 5 % .*; ray takes 8\.00x as long as local/,
  );
});

test('why nothing is decided is said once where it is the same of all', () => {
  assert.match(
    sentenceOf({ walls: { local: [100, 100], pool: [50, 50], ray: [800, 800] } }),
    /^too few rounds for a verdict \(2 of at least 5\): pool measured 2\.00x against local, of at most 4x with 4 workers; ray measured 0\.13x against local; inside/,
  );
  assert.match(
    sentenceOf({ walls: { local: [100, 100], pool: [50, 50], ray: [800, 'failed'] } }),
    /^pool measured 2\.00x .*, too few rounds for a verdict \(2 of at least 5\); ray took 800 ms, local 100 ms, too few rounds for a verdict \(1 of at least 5\); inside/,
  );
});

test('what is decided stands before what is not, whatever the order of the plan', () => {
  assert.match(
    sentenceOf({ walls: { ray: [8000, 8000], local: five(1000), pool: five(500) } }),
    /^pool wins: .*; ray measured 0\.13x against local, too few/,
  );
});

const insideOf = (...python1: readonly number[]): string | undefined => {
  const ray = python1.map((time) => (pass: Case) => onRay(pass, 1000, { python1: time }));
  return sentenceOf({ walls: { ray }, plan: onCluster }).split('; ')[1];
};

test('the range of the inside is told where its ends differ', () => {
  assert.equal(
    insideOf(400, 600, 800),
    'inside the cluster ray is 1.50x faster than Python on one CPU (1.00 to 2.00)',
  );
  assert.equal(
    insideOf(600.1, 600.2),
    'inside the cluster ray is 1.50x faster than Python on one CPU',
  );
});

test('a cluster may be slower than one of its CPUs', () => {
  assert.equal(
    insideOf(400, 200, 100),
    'inside the cluster ray takes 2.00x as long as Python on one CPU (1.00 to 4.00)',
  );
});

test('where the serial tasks failed nothing is said of the inside', () => {
  const ray = [(pass: Case) => withoutPython(pass, 8000)];
  assert.equal(
    sentenceOf({ walls: { ...slow, ray }, plan: onCluster }),
    'pool wins: 2.00x faster than local (2.00 to 2.00), of at most 2x with 2 workers; ' +
      'ray took 8.00 s, local 1.00 s, too few rounds for a verdict (1 of at least 5)',
  );
});

test('a single round is two walls and no factor', () => {
  assert.equal(
    sentenceOf({ walls: { local: [2180], pool: [1260] } }),
    'too few rounds for a verdict (1 of at least 5): pool took 1.26 s, local 2.18 s',
  );
});

test('where nothing was shown nothing is claimed', () => {
  assert.equal(
    sentenceOf({ walls: { local: [90, 100, 110, 100, 100], pool: five(100) } }),
    'cannot tell whether pool is faster than local (0.90 to 1.10); of at most 4x with 4 workers',
  );
});

test('a factor above what the workers can give is named as such', () => {
  assert.match(
    sentenceOf({ walls: fast, plan: { workers: 1 } }),
    /, more than the most possible, 1x/,
  );
});
