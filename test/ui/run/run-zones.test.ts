import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Milliseconds } from '../../../source/core/units.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { keysText, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { runScreen, runState } from '../../helpers/screens/ui-states.ts';
import { inPool, inPoolWithLoad } from '../../helpers/screens/pool-runs.ts';

const smallest = { columns: 60, rows: 16 };

test('a pass that failed is told in the row of trust', () => {
  const state = inPool({ walls: { local: [1800, 1790], pool: [930, 'failed'] } });
  const draw = runScreen(state, 7580);
  assert.deepEqual(zoneLines(draw, 'soFar', { within: 4 }), [
    '── SO FAR',
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  1.80 s',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                       0.93 s',
    '  0.93 s against 1.80 s               one round says nothing about chance',
  ]);
  assert.deepEqual(zoneLines(draw, 'trust'), ['── TRUST', '  ! round 2: pool: worker 2 died.']);
});

test('a process that is stopped is told there as well, with what sets it going', () => {
  const draw = runScreen({ ...inPool(), stopped: { pid: 4711 } }, 7580);
  assert.deepEqual(zoneLines(draw, 'trust'), [
    '── TRUST',
    '  ! The measuring process (4711) is stopped. To go on: kill -CONT 4711',
  ]);
});

test('the worst of trust stands first', () => {
  const state = { ...inPool(), otherLoad: { others: 0.2, stolen: 0.02 } };
  assert.deepEqual(zoneLines(runScreen(state, 7580), 'trust'), [
    '── TRUST',
    '  ▲ other programs 20 %   ▲ steal 2.0 %   ✓ no throttling',
  ]);
});

test('the keys tell how far a run is cancelled', () => {
  const state = inPool();
  assert.equal(
    keysText(runScreen(state, 7580)),
    'esc cancel (finished rounds are kept)  g timeline  d details  ? help',
  );
  const asking = runScreen(state, 7580, { cancelling: 'asking' });
  assert.equal(
    keysText(asking, { columns: 120 }),
    'Press esc again to cancel (finished rounds are kept), any other key to continue',
  );
  assert.equal(
    keysText(asking),
    'Press esc again to cancel (finished rounds are kept), any other key continues',
  );
  assert.equal(keysText(asking, smallest), 'Press esc again to cancel, any other key to continue');
  assert.equal(
    keysText(runScreen(state, 7580, { cancelling: 'stopping' })),
    'cancelling: the workers are stopping',
  );
});

test('before its first sample a worker has an empty bar', () => {
  const draw = runScreen(inPool({ samples: [] }), 7580);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3 ────────────────────────   0 of 200 tasks done, 0.6 s gone',
    '  w1  ────────────────────────────────────────────────   0 %    0 tasks',
    '  w2  ────────────────────────────────────────────────   0 %    0 tasks',
  ]);
});

test('a worker whose CPU the system does not report says so among the details', () => {
  const samples = [
    { share: 0.5, tasks: 40 },
    { share: 0.5, tasks: 41, cpu: 1 },
  ];
  const draw = runScreen(inPool({ samples }), 7580, { detailed: true });
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3 ────────────────────────  81 of 200 tasks done, 0.6 s gone',
    '  w1  ━━━━━━━━━━━━━━━━━━━━────────────────────  50 %   40 tasks  n/a',
    '  w2  ━━━━━━━━━━━━━━━━━━━━────────────────────  50 %   41 tasks  cpu1',
  ]);
});

test('dots that meet are counted, and a round beyond the axis is marked', () => {
  const local = [1800, 1800, 1801, 1700, 9000];
  const state = runState({
    settings: { rounds: 6 },
    pass: ['local', 6, 20_000],
    walls: { local, pool: [930, 930, 930, 930, 930] },
  });
  assert.deepEqual(zoneLines(runScreen(state, 20_100), 'soFar', { within: 4 }), [
    '── SO FAR',
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•▇●             »  1.80 s',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇●                              0.93 s',
    '  1.94 times as fast so far                       94 % sure: 1.83 to 9.68',
  ]);
});

test('the first pass of a case grows on the axis of the others, and one that takes longer stretches it', () => {
  const state = runState({ pass: ['pool', 1, 3000], walls: { local: [1800], pool: [] } });
  const at = (now: Milliseconds) => zoneLines(runScreen(state, now), 'soFar', { within: 4 });
  assert.deepEqual(at(3500), [
    '── SO FAR',
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.80 s',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇                                  0.5 s',
    '  no round has finished yet',
  ]);
  assert.deepEqual(at(3_603_000), [
    '── SO FAR',
    '  local  one by one   ▇                                            1.80 s',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1 h 0 min',
    '  no round has finished yet',
  ]);
});

test('durations on one axis have one unit', () => {
  const state = runState({ pass: ['local', 2, 4000], walls: { local: [1240], pool: [71] } });
  assert.deepEqual(zoneLines(runScreen(state, 4100), 'soFar', { within: 4 }), [
    '── SO FAR',
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇   1.24 s',
    '  pool   2 at a time  ▇▇                                          0.071 s',
    '  0.071 s against 1.24 s              one round says nothing about chance',
  ]);
});

test('with enough rounds the speed-up says how sure it is', () => {
  const walls = {
    local: [1800, 1790, 1810, 1805, 1795],
    pool: [930, 940, 935, 925, 945],
  };
  const state = runState({ settings: { rounds: 8 }, pass: ['pool', 6, 20_000], walls });
  const rows = (options = {}) => zoneLines(runScreen(state, 20_100), 'soFar', options).at(-2);
  assert.deepEqual(
    [rows(), rows(smallest)],
    [
      '  1.94 times as fast so far                       94 % sure: 1.90 to 1.95',
      '1.94 times as fast so far       94 % sure: 1.90 to 1.95',
    ],
  );
});

test('a speed-up that is not known yet is not claimed', () => {
  const answer = (pool: readonly number[]) => {
    const local = pool.map(() => 1000);
    const state = runState({
      settings: { rounds: 8 },
      pass: ['local', 6, 9000],
      walls: { local, pool },
    });
    return zoneLines(runScreen(state, 9100), 'soFar').at(-2);
  };
  assert.deepEqual(
    [
      answer([1000, 1010, 990, 1005, 995]),
      answer([900, 1200, 1100, 800, 1000]),
      answer([1500, 1510, 1520, 1490, 1505]),
      answer([400, 410, 405, 400, 405]),
    ],
    [
      '  the same so far, within 5 %',
      '  cannot tell yet',
      '  1.50 times as slow so far         94 % sure: 1.49 to 1.52 times as slow',
      '  ▲ 2.47 times as fast so far                     94 % sure: 2.44 to 2.50',
    ],
  );
});

test('a plan of one engine has nothing to compare', () => {
  const state = runState({ pass: ['pool', 2, 4000], walls: { pool: [930] } });
  assert.deepEqual(zoneLines(runScreen(state, 4100), 'soFar', { within: 3 }), [
    '── SO FAR',
    '  pool  2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  930 ms',
    '',
  ]);
});

test('the passes stand below the load where they ran, whole or by their first letter', () => {
  const draw = runScreen(inPoolWithLoad(), 8080);
  assert.deepEqual(zoneLines(draw, 'load', { within: 4 }), [
    '── CPU LOAD, LAST 10 s ──────────────────────────────────────────── p: pool',
    '  2 busy                        ⢠⣿⣿⣿⣿⣧⣤⣤     ⣿⣿⣿⣿⣷  ⣰⣶⣾⣿⣿⡇   2.0 of 2 now',
    '  1 busy              ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
    '                       └ local ┘└p ┘└ p ┘└ local ┘  └pool',
  ]);
  assert.deepEqual(zoneLines(draw, 'load', { within: 4, columns: 60 }), [
    '── CPU LOAD, LAST 10 s ────────────── l: local  p: pool',
    '2 busy                ⢀⣿⣿⣿⣦⣄   ⣾⣿⣿⡇ ⣶⣾⣿⡇   2.0 of 2 now',
    '1 busy          ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
    '                └ l  ┘└p┘└p┘└ l  ┘  └ p',
  ]);
});

test('with less room the load loses the passes, then its rule, then its place', () => {
  const draw = runScreen(inPoolWithLoad(), 8080);
  assert.deepEqual(zoneLines(draw, 'load', { within: 2 }), [
    '── CPU LOAD, LAST 10 s',
    '                  ⢠⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣴⣿⣿⣿⣿⣿⣷⣶⣶⣤⣤⣤⣤⣤⣴⣿⣿⣿⣿⣿⣧⣤⣤⣾⣿⣿⣿⣿⣿   2.0 of 2 now',
  ]);
  assert.deepEqual(zoneLines(draw, 'load', { within: 1 }), [
    '  load                ⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣾⣿⣿⣿⣿⣷⣶⣶⣤⣤⣤⣤⣤⣿⣿⣿⣿⣿⣦⣤⣴⣿⣿⣿⣿⣿   2.0 of 2 now',
  ]);
  assert.deepEqual(zoneLines(draw, 'load', { within: 0 }), []);
});

test('the plan stands in the first row if there is room', () => {
  const info = (columns: number) => zoneLines(runScreen(inPool(), 7580), 'info', { columns })[0];
  assert.deepEqual(
    [info(60), info(80), info(110), info(120)],
    [
      'round 3 of 5   pool: running     6.6 s gone    8 s left',
      'round 3 of 5   pool is running                 6.6 s gone    about 8 s left',
      'round 3 of 5   pool is running                                               6.6 s gone    about 8 s left',
      'round 3 of 5   pool is running   list · 50,000 terms · 200 tasks · 2 workers           6.6 s gone    about 8 s left',
    ],
  );
});

test('a variant that is not drawn yet says how high it will be', () => {
  for (const room of [smallest, { columns: 80, rows: 24 }, { columns: 200, rows: 60 }]) {
    for (const detailed of [false, true]) {
      const { zones } = runScreen(inPoolWithLoad(), 7580, { detailed })(room, themeOf(false));
      const variants = Object.values(zones)
        .flat()
        .flatMap((zone) => zone.variants);
      const known = variants.filter(({ height }) => height !== undefined);
      assert.ok(known.length >= 4);
      assert.deepEqual(
        known.map(({ height }) => height),
        known.map(({ lines }) => lines.length),
      );
    }
  }
});
