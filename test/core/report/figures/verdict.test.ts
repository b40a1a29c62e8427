import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceOf } from '../../../../source/core/report/figures/comparison.ts';
import type { CpuRoom } from '../../../../source/core/report/figures/limit.ts';
import { verdictOf } from '../../../../source/core/report/figures/verdict.ts';
import type { Case, Plan } from '../../../../source/core/plan/plan.ts';
import {
  onRay,
  planWith,
  profileStateWith,
  withoutPython,
  type ProfileRequest,
} from '../../../helpers/profiles/profiles.ts';
import { seeded } from '../../../helpers/numbers/random.ts';

const five = (wall: number): readonly number[] => [wall, wall, wall, wall, wall];

const roomWith = (cpus: number, fast = Infinity): CpuRoom => ({ cpus, fast });

const sentenceOf = (request: ProfileRequest, cpus = 4): string =>
  verdictOf(profileStateWith(request), roomWith(cpus)).sentence;

test('a faster case has its factor, its interval and its limit', () => {
  const walls = { local: [1000, 1010, 1020, 1030, 1040], pool: [270, 275, 280, 285, 290] };
  assert.equal(
    sentenceOf({ walls }),
    'pool is 3.64 times as fast as local (3.59 to 3.70, 94 % sure; limit 4)',
  );
});

test('a slower case is so many times as slow', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), pool: [125, 120, 130, 140, 110] } }),
    'pool is 1.25 times as slow as local (1.10 to 1.40, 94 % sure)',
  );
});

test('two that are the same within 5 % are said to be', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), pool: [100, 98, 101, 102, 99] } }),
    'pool is as fast as local, within 5 % (94 % sure)',
  );
});

test('too few rounds give the factor, and are named as the reason why it may be chance', () => {
  assert.equal(
    sentenceOf({ walls: { local: [100, 100, 100], pool: [50, 50, 50] } }),
    'pool is 2.00 times as fast so far: 3 rounds cannot rule out chance',
  );
});

test('rounds in which one of both failed are no pairs', () => {
  const walls = { local: five(100), pool: [50, 50, 'failed', 50, 50] as const };
  assert.match(sentenceOf({ walls }), /: 4 rounds cannot rule out chance$/);
});

test('a case alone has nothing to compare with', () => {
  assert.equal(
    sentenceOf({ walls: { pool: [592, 590, 594] } }),
    'no verdict: pool took 592 ms, and nothing else finished',
  );
});

test('a case that never finished leaves the other one alone', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(1420), pool: ['failed', 'failed'] } }),
    'no verdict: local took 1.42 s, and nothing else finished',
  );
});

test('cases that finished in different rounds only are not compared', () => {
  assert.equal(
    sentenceOf({ walls: { local: [100, 'failed'], pool: ['failed', 50] } }),
    'no verdict: local took 100 ms, pool 50.0 ms; no shared round',
  );
});

test('without a finished pass there is no verdict', () => {
  assert.equal(
    sentenceOf({ walls: { local: ['cancelled'], pool: ['failed'] } }),
    'no verdict: no round finished',
  );
});

test('the same engine twice is compared with itself', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), 'local#2': [100, 101, 99, 100, 100] } }),
    'local#2 is as fast as local, within 5 % (94 % sure)',
  );
});

test('three cases make a sentence for each that is not the reference', () => {
  assert.equal(
    sentenceOf({ walls: { pool: five(50), local: five(100), 'local#2': five(200) } }),
    'pool is 2.00 times as fast as local (2.00 to 2.00, 94 % sure; limit 4); local#2 is 2.00 times as slow as local (2.00 to 2.00, 94 % sure)',
  );
});

test('a reference with many workers bounds nobody', () => {
  assert.equal(
    sentenceOf({ walls: { pool: five(50), 'pool#2': five(40) } }),
    'pool#2 is 1.25 times as fast as pool (1.25 to 1.25, 94 % sure)',
  );
});

const fast = { local: five(100), pool: five(50) };
const ceilings = [
  ['two workers', { workers: 2 }, '; limit 2)'],
  ['workers beyond the CPUs', { workers: 8 }, '; limit 4)'],
  ['fewer tasks than workers', { tasks: 3 }, '; limit 3)'],
  ['workers that share the CPUs and so make no waves', { workers: 6, tasks: 6 }, '; limit 4)'],
  ['fewer tasks than CPUs for more workers than CPUs', { workers: 6, tasks: 3 }, '; limit 3)'],
] as const;

for (const [name, plan, bound] of ceilings) {
  test(`the most that ${name} could give is named`, () => {
    assert.equal(
      sentenceOf({ walls: fast, plan }),
      `pool is 2.00 times as fast as local (2.00 to 2.00, 94 % sure${bound}`,
    );
  });
}

test('a limit that makes more than a line gives way', () => {
  assert.equal(
    sentenceOf({ walls: fast, plan: { tasks: 7 } }),
    'pool is 2.00 times as fast as local (2.00 to 2.00, 94 % sure)',
  );
});

test('a factor above what the workers can give is named as such, and nothing else of it', () => {
  assert.equal(
    sentenceOf({ walls: fast, plan: { workers: 1 } }),
    'pool is 2.00 times as fast as local, more than 1 worker can give',
  );
  assert.equal(
    sentenceOf({ walls: { local: [100, 100], pool: [50, 50] }, plan: { tasks: 1 } }),
    'pool is 2.00 times as fast as local, more than 4 workers can give',
  );
});

const pairsOf = (random: () => number): ProfileRequest['walls'] => {
  const rounds = 1 + Math.floor(random() * 12);
  const scale = 10 ** (random() * 6);
  const spread = random() * 3;
  const wall = () => (random() < 0.05 ? 'failed' : scale * (1 + spread * random()));
  const factor = 10 ** (random() * 4 - 2);
  const times = (by: number) =>
    Array.from({ length: rounds }, wall).map((time) => (time === 'failed' ? time : time * by));
  return { local: times(1), pool: times(factor) };
};

test('a comparison of local and pool is one line of 80 columns, whatever comes of it', () => {
  const random = seeded(1);
  for (let times = 0; times < 500; times++) {
    const workers = [1, 2, 3, 16, 128, 1024][Math.floor(random() * 6)]!;
    const walls = pairsOf(random);
    const sentence = sentenceOf({ walls, plan: { workers, tasks: 4 } }, workers);
    assert.ok(`VERDICT  ${sentence}`.length <= 80, sentence);
  }
});

test('a verdict carries what it compared', () => {
  const profile = profileStateWith({ walls: fast });
  const { comparisons } = verdictOf(profile, roomWith(4));
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

test('the reference of a case is the first local one that computes the same, else Python, else the first of these', () => {
  const referencesIn = ({ cases }: Pick<Plan, 'cases'>) =>
    cases.map((planned) => referenceOf({ cases }, planned).id);
  const three = planWith({ engines: ['pool', 'local', 'local'] });
  assert.deepEqual(referencesIn(three), ['local', 'local', 'local']);
  assert.deepEqual(referencesIn(planWith({ engines: ['pool', 'pool'] })), ['pool', 'pool']);
  assert.deepEqual(referencesIn(planWith({ engines: ['python', 'local'] })), ['local', 'local']);
  assert.deepEqual(referencesIn(planWith({ engines: ['pool', 'python'] })), ['python', 'python']);
  assert.deepEqual(referencesIn(planWith({ engines: ['ray', 'python'] })), ['python', 'python']);
  const larger = planWith({ engines: ['local', 'pool'], size: 5000 }).cases.map((planned) => ({
    ...planned,
    id: `${planned.id}/n=5000`,
  }));
  const ids = ['local', 'local', 'local', 'local/n=5000', 'local/n=5000'];
  assert.deepEqual(referencesIn({ cases: [...three.cases, ...larger] }), ids);
});

const slow = { local: five(1000), pool: five(500) };
const onCluster = { cluster: { at: 'http://127.0.0.1:8265', cpus: 2, here: false }, workers: 2 };

test('with three engines the winner comes first, then what Ray measured, then its inside', () => {
  assert.equal(
    sentenceOf({ walls: { ...slow, ray: [8000, 8200, 7800] }, plan: onCluster }),
    'pool is 2.00 times as fast as local (2.00 to 2.00, 94 % sure; limit 2); ' +
      'ray is 8.00 times as slow so far: 3 rounds cannot rule out chance; ' +
      'inside the cluster ray is 1.75 times as fast as Python on one CPU',
  );
});

test('with as many rounds as the others Ray has a verdict of its own', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.equal(
    sentenceOf({ walls: { ...slow, ray: five(8000) }, plan }),
    'pool is 2.00 times as fast as local (2.00 to 2.00, 94 % sure; limit 2); ' +
      'ray is 8.00 times as slow as local (8.00 to 8.00, 94 % sure); ' +
      'inside the cluster ray is 1.75 times as fast as Python on one CPU',
  );
});

test('Ray has no ceiling: it computes in another language', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { local: five(1000), ray: five(100) }, plan }),
    /^ray is 10\.0 times as fast as local \(10\.0 to 10\.0, 94 % sure\); inside/,
  );
});

test('of two that are faster the fastest comes first, if it beats the other without a doubt', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { ...slow, ray: five(250) }, plan }),
    /^ray is 4\.00 times as fast as local .*; pool is 2\.00 times as fast as local .*limit 2\)/,
  );
  assert.match(
    sentenceOf({ walls: { ...slow, ray: [500, 490, 510, 505, 495] }, plan }),
    /^pool is 2\.00 times as fast as local .*; ray is 2\.00 times as fast as local/,
  );
});

test('where all others are slower, each says so', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { local: five(100), pool: five(200), ray: five(800) }, plan }),
    /^pool is 2\.00 times as slow as local .*; ray is 8\.00 times as slow as local .*; inside/,
  );
});

test('a case that is as fast comes first, in the order of the plan', () => {
  const plan = { ...onCluster, rayRounds: 5 };
  assert.match(
    sentenceOf({ walls: { local: five(100), pool: five(100), ray: five(800) }, plan }),
    /^pool is as fast as local, within 5 % \(94 % sure\); ray is 8\.00 times as slow as local/,
  );
});

test('why nothing is decided is said once where it is the same of all', () => {
  assert.match(
    sentenceOf({ walls: { local: [100, 100], pool: [50, 50], ray: [800, 800] } }),
    /^pool is 2\.00 times as fast so far; ray is 8\.00 times as slow so far: 2 rounds cannot rule out chance; inside/,
  );
  assert.match(
    sentenceOf({ walls: { local: [100, 100], pool: [50, 50], ray: [800, 'failed'] } }),
    /^pool is 2\.00 times .*: 2 rounds cannot rule out chance; ray took 800 ms, local 100 ms: one round makes no verdict; inside/,
  );
});

test('what is decided stands before what is not, whatever the order of the plan', () => {
  assert.match(
    sentenceOf({ walls: { ray: [8000, 8000], local: five(1000), pool: five(500) } }),
    /^pool is 2\.00 times .*; ray is 8\.00 times as slow so far/,
  );
});

const insideOf = (...python1: readonly number[]): string | undefined => {
  const ray = python1.map((time) => (pass: Case) => onRay(pass, 1000, { python1: time }));
  return sentenceOf({ walls: { ray }, plan: onCluster }).split('; ')[1];
};

test('the range of the inside is told where its ends differ', () => {
  assert.equal(
    insideOf(400, 600, 800),
    'inside the cluster ray is 1.50 times as fast as Python on one CPU (1.00 to 2.00)',
  );
  assert.equal(
    insideOf(600.1, 600.2),
    'inside the cluster ray is 1.50 times as fast as Python on one CPU',
  );
});

test('a cluster may be slower than one of its CPUs', () => {
  assert.equal(
    insideOf(400, 200, 100),
    'inside the cluster ray is 2.00 times as slow as Python on one CPU (1.00 to 4.00 times as slow)',
  );
});

test('where the serial tasks failed nothing is said of the inside', () => {
  const ray = [(pass: Case) => withoutPython(pass, 8000)];
  assert.equal(
    sentenceOf({ walls: { ...slow, ray }, plan: onCluster }),
    'pool is 2.00 times as fast as local (2.00 to 2.00, 94 % sure; limit 2); ' +
      'ray took 8.00 s, local 1.00 s: one round makes no verdict',
  );
});

test('a single round is two walls and no factor', () => {
  assert.equal(
    sentenceOf({ walls: { local: [2180], pool: [1260] } }),
    'pool took 1.26 s, local 2.18 s: one round makes no verdict',
  );
});

test('where nothing was shown nothing is claimed', () => {
  assert.equal(
    sentenceOf({ walls: { local: [90, 100, 110, 100, 100], pool: five(100) } }),
    'cannot tell: pool is 10 % slower to 10 % faster than local (94 % sure)',
  );
});
