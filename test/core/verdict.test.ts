import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceOf, verdictOf } from '../../source/core/verdict.ts';
import { planWith, profileStateWith, type ProfileRequest } from '../helpers/profiles.ts';

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

test('where the other case is slower the reference wins', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), pool: [125, 120, 130, 140, 110] } }),
    'local wins: pool takes 1.25x as long (1.10 to 1.40)',
  );
});

test('a tie is no clear difference', () => {
  assert.equal(
    sentenceOf({ walls: { local: five(100), pool: [100, 98, 101, 102, 99] } }),
    'tie: pool is 1.00x as fast as local (0.98 to 1.02), no clear difference; of at most 4x with 4 workers',
  );
});

test('too few repeats give the factor and say how many there must be', () => {
  assert.equal(
    sentenceOf({ walls: { local: [100, 100, 100], pool: [50, 50, 50] } }),
    'too few repeats for a verdict (3 of at least 5): pool measured 2.00x against local, of at most 4x with 4 workers',
  );
});

test('rounds in which one of both failed are no pairs', () => {
  const walls = { local: five(100), pool: [50, 50, 'failed', 50, 50] as const };
  assert.match(
    sentenceOf({ walls }),
    /^too few repeats for a verdict \(4 of at least 5\): pool measured 2\.00x against local/,
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
    'tie: local#2 is 1.00x as fast as local (0.99 to 1.01), no clear difference',
  );
});

test('three cases make a sentence for each that is not the reference', () => {
  assert.equal(
    sentenceOf({ walls: { pool: five(50), local: five(100), 'local#2': five(200) } }),
    'pool wins: 2.00x faster than local (2.00 to 2.00), of at most 4x with 4 workers; local wins: local#2 takes 2.00x as long (2.00 to 2.00)',
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
  ['one worker', { workers: 1 }, 'of at most 1x with 1 worker'],
  ['workers beyond the CPUs', { workers: 8 }, 'of at most 4x with 8 workers on 4 CPUs'],
  ['fewer tasks than workers', { tasks: 3 }, 'of at most 3x with 4 workers and 3 tasks'],
  ['a single task', { tasks: 1 }, 'of at most 1x with 4 workers and 1 task'],
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
      speedup: { value: 2, low: 2, high: 2, coverage: 0.9375, pairs: 5, outcome: 'faster' },
    },
  ]);
});

test('the reference is the first local case, else the first of all', () => {
  assert.equal(referenceOf(planWith({ engines: ['pool', 'local', 'local'] }))?.id, 'local');
  assert.equal(referenceOf(planWith({ engines: ['pool', 'pool'] }))?.id, 'pool');
  assert.equal(referenceOf({ ...planWith(), cases: [] }), undefined);
});
