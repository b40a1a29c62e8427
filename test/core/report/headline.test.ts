import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  headlinesOf,
  headlinesSoFar,
  type Headline,
} from '../../../source/core/report/headline.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Machine } from '../../../source/core/machine/machine.ts';
import {
  machineWith,
  profileStateWith,
  stateWith,
  type ProfileRequest,
} from '../../helpers/profiles/profiles.ts';

const five = (wall: number): readonly number[] => [wall, wall, wall, wall, wall];

function headlines(
  request: ProfileRequest,
  machine: Machine = machineWith({ cpus: 2 }),
): readonly Headline[] {
  const profile = profileStateWith({ plan: { workers: 2 }, ...request });
  return headlinesOf(reportOf(stateWith({ machine, profile }), '1.2.3')!);
}

const rowsOf = (request: ProfileRequest, machine?: Machine): readonly (string | undefined)[] => {
  const [{ first, second, limit, limitReason } = assert.fail('nothing compared')] = headlines(
    request,
    machine,
  );
  return [first, second, limit, ...(limitReason === undefined ? [] : [limitReason])];
};

test('a faster pool', () => {
  assert.deepEqual(
    rowsOf({
      walls: { local: [2320, 2180, 2250, 2300, 2540], pool: [1340, 1300, 1290, 1360, 1303] },
    }),
    ['1.73 times as fast', '94 % sure: 1.68 to 1.95', 'the limit is 2 times'],
  );
});

test('a slower pool', () => {
  assert.deepEqual(rowsOf({ walls: { local: five(100), pool: [250, 253, 256, 249, 258] } }), [
    '2.53 times as slow',
    '94 % sure: 2.49 to 2.58 times as slow',
    'the limit is 2 times',
  ]);
});

test('near 1 a percentage is easier than a factor', () => {
  assert.deepEqual(rowsOf({ walls: { local: five(112), pool: [100, 99, 101, 102, 98] } }), [
    '12 % faster',
    '94 % sure: 10 to 14 % faster',
    'the limit is 2 times',
  ]);
  assert.equal(
    rowsOf({ walls: { local: five(112), pool: [100, 60, 90, 105, 104] } })[1],
    '94 % sure: 1.07 to 1.87 times as fast',
  );
});

test('an undecided comparison claims nothing', () => {
  assert.deepEqual(rowsOf({ walls: { local: [93, 95, 100, 105, 112], pool: five(100) } }), [
    'cannot tell',
    '94 % sure: between 7 % slower and 12 % faster',
    'the limit is 2 times',
  ]);
  assert.equal(
    rowsOf({ walls: { local: [101, 101, 101, 104, 107], pool: five(100) } })[1],
    '94 % sure: 1 to 7 % faster',
  );
});

test('the same is said where it was shown', () => {
  assert.deepEqual(rowsOf({ walls: { local: five(100), pool: [100, 98, 101, 102, 97] } }), [
    'the same, within 5 %',
    '94 % sure: between 2 % slower and 3 % faster',
    'the limit is 2 times',
  ]);
  assert.equal(
    rowsOf({ walls: { local: five(100), pool: five(100) } })[1],
    '94 % sure: less than 1 % apart',
  );
});

test('too few rounds have a factor so far', () => {
  assert.deepEqual(rowsOf({ walls: { local: [134, 134, 134], pool: [100, 100, 100] } }), [
    '1.34 times as fast so far',
    '3 rounds cannot rule out chance, 2 more make a verdict',
    'the limit is 2 times',
  ]);
});

test('a single round is two walls in one unit', () => {
  assert.deepEqual(rowsOf({ walls: { local: [2180], pool: [926] } }), [
    '0.93 s against 2.18 s',
    'one round says nothing about chance',
    'the limit is 2 times',
  ]);
});

test('a speed-up above the limit is marked, and gives the reason in place of the limit', () => {
  const request = { walls: { local: five(231), pool: five(100) } };
  assert.deepEqual(rowsOf(request), [
    '2.31 times as fast',
    '94 % sure: 2.31 to 2.31',
    'more than 2 workers can give',
    'the machine changed meanwhile',
  ]);
  assert.equal(headlines(request)[0]?.mark, 'beyond');
});

test('a limit below the number of workers has a reason', () => {
  const walls = { local: five(150), pool: five(100) };
  const limitOf = (plan: ProfileRequest['plan'], machine?: Machine) =>
    rowsOf({ walls, plan }, machine).slice(2);
  assert.deepEqual(limitOf({ workers: 4 }), ['the limit is 2 times', '4 workers share 2 CPUs']);
  assert.deepEqual(limitOf({ workers: 2, tasks: 3 }), [
    'the limit is 1.5 times',
    '3 tasks do not divide by 2 workers',
  ]);
  assert.deepEqual(limitOf({ workers: 4, tasks: 3 }, machineWith()), [
    'the limit is 3 times',
    'only 3 tasks for 4 workers',
  ]);
  assert.deepEqual(
    rowsOf({ walls: { local: five(100), pool: five(100) }, plan: { workers: 1 } })[2],
    'no gain is possible',
  );
});

test('CPU time has its price', () => {
  const costOf = (own: number) => {
    const profile = profileStateWith({ walls: { local: five(200), pool: five(120) } });
    const passes = profile.passes.map((ended) => ({
      ...ended,
      conditions: { during: 100, own: ended.pass.case === 'pool' ? own : 100 },
    }));
    const state = stateWith({ profile: { ...profile, passes } });
    return headlinesOf(reportOf(state, '1.2.3')!)[0]?.cost;
  };
  assert.deepEqual([111, 100, 97, 480].map(costOf), [
    '11 % more CPU time than local',
    'the same CPU time as local',
    '3 % less CPU time than local',
    '4.80 times the CPU time of local',
  ]);
});

test('every compared case has a headline against the same reference; Ray has no limit', () => {
  const found = headlines({
    walls: { local: five(1000), pool: five(630), ray: five(6600) },
    plan: { workers: 2, rayRounds: 5 },
  });
  assert.deepEqual(
    found.map(({ case: id, against, limit }) => [id, against, limit]),
    [
      ['pool', '1.59 times as fast as local', 'the limit is 2 times'],
      ['ray', '6.60 times as slow as local', undefined],
    ],
  );
});

test('a profile that runs has the headline of its rounds so far', () => {
  const profile = profileStateWith({
    walls: { local: [169, 169, undefined], pool: [100, 100, undefined] },
    plan: { rounds: 5, workers: 2 },
  });
  const [{ first, second } = assert.fail('nothing compared')] = headlinesSoFar(profile);
  assert.deepEqual(
    [first, second],
    ['1.69 times as fast so far', '2 rounds cannot rule out chance, 3 more make a verdict'],
  );
});

test('without two that finished there is no headline', () => {
  assert.deepEqual(headlines({ walls: { local: five(100), pool: ['failed'] } }), []);
});
