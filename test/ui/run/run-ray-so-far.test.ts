import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Milliseconds } from '../../../source/core/units.ts';
import type { Walls } from '../../helpers/profiles/profiles.ts';
import { zoneLines } from '../../helpers/screens/ui-frames.ts';
import { rayNow, rayState, runScreen, type RayRequest } from '../../helpers/screens/ui-states.ts';
import { ray, upTo } from '../../helpers/screens/ray-runs.ts';

const smallest = { columns: 60, rows: 16 };

const infoOf = (request: RayRequest) =>
  zoneLines(runScreen(rayState(request), rayNow(request)), 'info')[0];

test('the first row says which phase Ray is in', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((count) => infoOf(upTo(count))),
    [
      'round 1 of 5   ray is getting ready         3.0 s gone   at least 11 s left',
      'round 1 of 5   ray is being submitted       3.1 s gone   at least 11 s left',
      'round 1 of 5   ray is pending               4.3 s gone   at least 11 s left',
      'round 1 of 5   ray is starting              4.7 s gone   at least 11 s left',
      'round 1 of 5   ray is warming up            4.9 s gone   at least 11 s left',
      'round 1 of 5   ray is running               7.5 s gone   at least 11 s left',
    ],
  );
  assert.equal(
    infoOf({ phases: [['stopping', 400]] }),
    'round 1 of 5   ray is stopping              3.4 s gone   at least 11 s left',
  );
});

/** Without the rule, in windows where the bars are one row high. */
const barsOf = (request: RayRequest, now = rayNow(request)) =>
  zoneLines(runScreen(rayState(request), now), 'soFar', { within: 6 }).slice(1, -2);

test('a pass of which nothing tells how long it will take fills three quarters of its row at most', () => {
  const request: RayRequest = { walls: { ray: [] }, ...upTo(2) };
  for (const later of [0, 1, 5000, 3_600_000]) {
    const [bar] = zoneLines(runScreen(rayState(request), rayNow(request) + later), 'soFar', {
      within: 2,
    }).slice(1);
    const cells = bar!.replaceAll(/[^▇]/g, '').length;
    assert.ok(cells > 30 && cells < 38, bar);
  }
});

test('in a pass that has taken no time yet there is no bar', () => {
  const request: RayRequest = { walls: { ray: [] } };
  const draw = runScreen(rayState(request), rayNow(request) - 1);
  assert.deepEqual(zoneLines(draw, 'soFar', { within: 2 }), [
    '── SO FAR',
    '  ray  on 2 CPUs                                                    0.0 s',
  ]);
});

/** The fourth round runs backwards: its `local` is still to come. */
const rounds = { local: [1800, 1790, 1810], pool: [930, 940, 935, 930] };

test('after its rounds Ray has its duration and its dots, as the others do', () => {
  const walls = { ...rounds, ray: [5500, 5600, 5550] };
  const request: RayRequest = { walls, instead: { pass: ['local', 4, 40_000] } };
  assert.deepEqual(barsOf(request, 40_100), [
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇●                               1.80 s',
    '  pool   2 at a time  ▇▇▇▇▇▇●                                      0.93 s',
    '  ray    on 2 CPUs    ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇••  5.55 s',
  ]);
});

test('each speed-up has its row, or they share one', () => {
  const walls = { ...rounds, ray: [5500, 5600, 5550] };
  const draw = runScreen(rayState({ walls, instead: { pass: ['local', 4, 40_000] } }), 40_100);
  assert.deepEqual(zoneLines(draw, 'soFar').slice(-3), [
    '  pool: 1.94 times as fast so far         3 rounds cannot rule out chance',
    '  ray: 3.07 times as slow so far          3 rounds cannot rule out chance',
    '',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { within: 5 }).slice(-1), [
    '  pool: 1.94 times as fast so far   ray: 3.07 times as slow so far',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ...smallest, within: 5 }).slice(-1), [
    'pool: 1.94 times as fast   ray: 3.07 times as slow',
  ]);
});

test('Ray that failed in all of its rounds does not come next', () => {
  const ended = { ...rounds, ray: ['failed', 'failed', 'failed'] } as const;
  const after: RayRequest = { walls: ended, instead: { pass: ['local', 4, 40_000] } };
  assert.deepEqual(barsOf(after, 40_100), [
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●  1.80 s',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                       0.93 s',
    '  ray    on 2 CPUs                                                 failed',
  ]);
  const draw = runScreen(rayState(after), 40_100);
  assert.deepEqual(zoneLines(draw, 'soFar').slice(-3), [
    '  pool: 1.94 times as fast so far         3 rounds cannot rule out chance',
    '  ray: no round finished',
    '',
  ]);
});

test('the plan says how wide Ray is', () => {
  const info = (nodes: readonly number[]) =>
    zoneLines(ray({ nodes }), 'info', { columns: 140 })[0]?.split('   ')[2];
  assert.deepEqual(
    [info([2, 2]), info([2])],
    [
      'list · 50,000 terms · 200 tasks · 2 workers, 4 on Ray',
      'list · 50,000 terms · 200 tasks · 2 workers',
    ],
  );
});

test('the time that is left is known, or the least, or not told at all', () => {
  const left = (walls: Walls) => {
    const state = rayState({ walls, instead: { pass: ['pool', 2, 40_000] } });
    return zoneLines(runScreen(state, 40_100), 'info')[0]?.slice(-22);
  };
  const others = { local: [1800], pool: [930] };
  assert.equal(left({ ...others, ray: [5000, 5000] }), 'gone   about 16 s left');
  assert.equal(left({ ...others, ray: ['failed', 'failed'] }), 'e   at least 11 s left');
  const alone = { walls: { ray: [undefined] }, settings: { rounds: 1 }, ...upTo(2) };
  assert.equal(
    infoOf(alone),
    'round 1 of 1   ray is pending                                    4.3 s gone',
  );
});

test('the load is that of this machine, where Ray may be elsewhere', () => {
  assert.equal(zoneLines(ray({}), 'load', { within: 3 })[0], '── CPU LOAD HERE, LAST 10 s');
});

test('nothing moves when the seconds get another digit', () => {
  const gone = (later: Milliseconds) => {
    const request: RayRequest = { ...upTo(2) };
    const row = zoneLines(runScreen(rayState(request), rayNow(request) + later), 'info')[0] ?? '';
    return row.indexOf('gone');
  };
  assert.equal(gone(0), gone(9000));
});
