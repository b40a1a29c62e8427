import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameText, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { runScreen, runState } from '../../helpers/screens/ui-states.ts';
import { inPoolWithLoad } from '../../helpers/screens/pool-runs.ts';

test('before the first warm-up the room of everything is kept', () => {
  const draw = runScreen(runState({}), 1100);
  assert.deepEqual(zoneLines(draw, 'info'), [
    'round 1 of 5   getting ready                   0.1 s gone   about 14 s left',
  ]);
  assert.deepEqual(zoneLines(draw, 'progress'), [
    '  ─────────────────────────────────────────────────────────────────   0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { within: 5 }), [
    '── SO FAR',
    '  local  one by one                                                  next',
    '  pool   2 at a time                                                 next',
    '',
    '  no round has finished yet',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), ['── WORKERS', '    getting ready', '']);
  assert.deepEqual(zoneLines(draw, 'load', { within: 4 }), [
    '── CPU LOAD, LAST 10 s',
    '  2 busy                                                     n/a of 2 now',
    '  1 busy',
    '',
  ]);
  assert.deepEqual(zoneLines(draw, 'trust'), [
    '── TRUST',
    '  ✓ other programs 3 %   ✓ no steal   ✓ no throttling',
  ]);
});

test('a warm-up says how many workers take how much memory', () => {
  const state = runState({ activity: { type: 'warming-up', case: 'pool', since: 1100 } });
  const draw = runScreen(state, 1500);
  assert.deepEqual(zoneLines(draw, 'info'), [
    'round 1 of 5   warming up pool                 0.5 s gone   about 14 s left',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── WORKERS',
    '    warming up pool: 2 workers, 247 MB',
    '',
  ]);
});

test('while local runs, one worker stands in the room of all', () => {
  const state = runState({ pass: ['local', 1, 1500] });
  const draw = runScreen(state, 2300);
  assert.deepEqual(zoneLines(draw, 'info'), [
    'round 1 of 5   local is running                1.3 s gone   about 13 s left',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { within: 5 }), [
    '── SO FAR',
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                           0.8 s',
    '  pool   2 at a time                                                 next',
    '',
    '  no round has finished yet',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── LOCAL, ROUND 1 ───────────────────────  80 of 200 tasks done, 0.8 s gone',
    '  w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────  80 %   80 tasks',
    '',
  ]);
});

test('while the pool runs: the durations, the speed-up so far, every worker, and the load with the passes below it', () => {
  assert.equal(
    frameText(runScreen(inPoolWithLoad(), 8080)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ round 3 of 5   pool is running                 7.1 s gone    about 8 s left │
│   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────────────  47 %   │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  1.79 s   │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•                       0.94 s   │
│                                                                             │
│   1.90 times as fast so far               2 rounds cannot rule out chance   │
│                                                                             │
├─ POOL, ROUND 3 ──────────────────────── 159 of 200 tasks done, 1.1 s gone ──┤
│   w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────  80 %   80 tasks     │
│   w2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────  79 %   79 tasks     │
├─ CPU LOAD, LAST 10 s ──────────────────────────────────────────── p: pool ──┤
│   2 busy                        ⢀⣿⣿⣶⣶⣆       ⣿⣿⣿⣿⣧  ⢠⣤⣴⣿⣿⡇   2.0 of 2 now   │
│                       ⢀⣀⣀⡀  ⣀⣀  ⢸⣿⣿⣿⣿⣿⣿⣿    ⢀⣿⣿⣿⣿⣿  ⣾⣿⣿⣿⣿⡇                  │
│   1 busy              ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                       ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                        └ local ┘└p ┘└ p ┘└ local ┘  └pool                   │
│     each ██                                                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel (finished rounds are kept)  g timeline  d details  ? help
`,
  );
});

test('the smallest window keeps the bars, the speed-up, the workers, the load and trust', () => {
  const window = { columns: 60, rows: 16 };
  assert.equal(
    frameText(runScreen(inPoolWithLoad(), 8080), window),
    `
╭─ fibtui ──────────────────────── setup · RUN · results ─╮
│ round 3 of 5   pool: running     7.1 s gone    8 s left │
│ ━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────  47 % │
├─ SO FAR ────────────────────────────────────────────────┤
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  1.79 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•                     0.94 s │
│ 1.90 times as fast so far                               │
├─ POOL, ROUND 3 ──── 159 of 200 tasks done, 1.1 s gone ──┤
│ w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━──────  80 %   80 tasks   │
│ w2  ━━━━━━━━━━━━━━━━━━━━━━━━━───────  79 %   79 tasks   │
├─ CPU LOAD, LAST 10 s ───────────────────────────────────┤
│             ⣤⣤⣤⣤⣤⣤⣤⣤⣿⣿⣿⣿⣶⣶⣤⣤⣤⣤⣿⣿⣿⣿⣤⣤⣿⣿⣿⣿   2.0 of 2 now │
│ ✓ other programs 3 %   ✓ no steal   ✓ no throttling     │
╰─────────────────────────────────────────────────────────╯
 esc cancel  g timeline  d details  ? help
`,
  );
});

test('a large window shows the details without being asked', () => {
  const window = { columns: 120, rows: 40 };
  assert.equal(
    frameText(runScreen(inPoolWithLoad(), 8080), window),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · RUN · results ─╮
│ round 3 of 5   pool is running   list · 50,000 terms · 200 tasks · 2 workers           7.1 s gone    about 8 s left │
│   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────────────────────────────────────  47 %   │
├─ SO FAR ────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│                                                                                                                     │
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  1.79 s   │
│                       ███████████████████████████████████████████████████████████████████████████████████           │
│                                                                                                                     │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•                                          0.94 s   │
│                       ███████████████████████████████████████████                                                   │
│                                                                                                                     │
│   1.90 times as fast so far                                2 rounds cannot rule out chance, 3 more make a verdict   │
│                                                                                                                     │
├─ POOL, ROUND 3 ──────────────────────────────────────────────────────────────── 159 of 200 tasks done, 1.1 s gone ──┤
│   w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────  80 %   80 tasks  cpu0       │
│   w2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────  79 %   79 tasks  cpu1       │
├─ WHERE THEIR TIME GOES NOW ─────────────────────────────────────────────────────────────────────────────────────────┤
│   ███████████████████████████████████████████████████████████▒▒░   on a CPU  96 %   waiting   3 %   blocked   1 %   │
├─ CPU LOAD, LAST 10 s ───────────────────────────────────────────────────────────────────────────────────────────────┤
│   2 busy                                             ⣿⣿⣿⣿⣦⣤⣤⣤⡄             ⣿⣿⣿⣿⣿⣿⣿⣿⡇    ⢀⣀⣀⣀⣠⣿⣿⣿⣿⡇   2.0 of 2 now   │
│                                                     ⢠⣿⣿⣿⣿⣿⣿⣿⣿⣇             ⣿⣿⣿⣿⣿⣿⣿⣿⣷    ⢸⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                                                     ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿         ⣿⣿⣿⣿⣿⣿⣿⣿⣿    ⣸⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                                   ⢠⣤⣤⣤⣤⡀   ⢀⣤⣤⣤⣤⡀   ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡀       ⢠⣿⣿⣿⣿⣿⣿⣿⣿⣿    ⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│   1 busy                          ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                                   ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                                   ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                                   ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                                    └    local     ┘└ pool ┘└ pool  ┘└    local    ┘     └  pool                     │
├─ EACH CPU ──────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   cpu0                               ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿ 100 %   │
│                                      ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿         │
│                                      ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿         │
│   cpu1                                                   ⣿⣿⣿⣿⣿⣶⣶⣶⣶⣶               ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿     ⣤⣤⣤⣤⣤⣿⣿⣿⣿⣿ 100 %   │
│                                                          ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣤⣤⣤⣤⣤          ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿     ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿         │
│                                      ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣀⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿         │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                                                               │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 esc cancel (finished rounds are kept)  g timeline  d details  ? help
`,
  );
});

test('the details show where the time of the workers goes, their CPUs, and each CPU by itself', () => {
  const draw = runScreen(inPoolWithLoad(), 8080, { detailed: true });
  assert.equal(
    frameText(draw),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ round 3 of 5   pool is running                 7.1 s gone    about 8 s left │
│   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────────────  47 %   │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│   local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  1.79 s   │
│   pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•                       0.94 s   │
│   1.90 times as fast so far               2 rounds cannot rule out chance   │
├─ POOL, ROUND 3 ──────────────────────── 159 of 200 tasks done, 1.1 s gone ──┤
│   w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  80 %   80 tasks  cpu0       │
│   w2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  79 %   79 tasks  cpu1       │
├─ WHERE THEIR TIME GOES NOW ─────────────────────────────────────────────────┤
│   █████████████████████▒   on a CPU  96 %   waiting   3 %   blocked   1 %   │
├─ CPU LOAD, LAST 10 s ──────────────────────────────────────────── p: pool ──┤
│   2 busy                        ⢠⣿⣿⣿⣿⣧⣤⣤     ⣿⣿⣿⣿⣷  ⣰⣶⣾⣿⣿⡇   2.0 of 2 now   │
│   1 busy              ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                  │
│                        └ local ┘└p ┘└ p ┘└ local ┘  └pool                   │
├─ EACH CPU ──────────────────────────────────────────────────────────────────┤
│   cpu0                   ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿ 100 %   │
│   cpu1                   ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣤⣤⣤⣀⣀⣀⣀⣀⣀⣿⣿⣿⣿⣿⣿⣀⣀⣀⣶⣶⣶⣿⣿⣿ 100 %   │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel (finished rounds are kept)  g timeline  d details  ? help
`,
  );
});

test('in the smallest window the time of the workers goes before the rules', () => {
  const window = { columns: 60, rows: 16 };
  const draw = runScreen(inPoolWithLoad(), 8080, { detailed: true });
  assert.equal(
    frameText(draw, window),
    `
╭─ fibtui ──────────────────────── setup · RUN · results ─╮
│ round 3 of 5   pool: running     7.1 s gone    8 s left │
│ ━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────  47 % │
├─ SO FAR ────────────────────────────────────────────────┤
│ local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  1.79 s │
│ pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•                     0.94 s │
│ 1.90 times as fast so far                               │
├─ POOL, ROUND 3 ──── 159 of 200 tasks done, 1.1 s gone ──┤
│ w1  ━━━━━━━━━━━━━━━━━━━─────  80 %   80 tasks  cpu0     │
│ w2  ━━━━━━━━━━━━━━━━━━━─────  79 %   79 tasks  cpu1     │
│ ██████████   on a CPU  96 % waiting   3 % blocked   1 % │
│ load           ⢠⣤⣤⣤⣤⣤⣤⣼⣿⣿⣿⣶⣶⣤⣤⣤⣾⣿⣿⣷⣤⣼⣿⣿⣿   2.0 of 2 now │
│ ✓ other programs 3 %   ✓ no steal   ✓ no throttling     │
╰─────────────────────────────────────────────────────────╯
 esc cancel  g timeline  d details  ? help
`,
  );
});

test('ASCII alone', () => {
  assert.equal(
    frameText(runScreen(inPoolWithLoad(), 8080), { ascii: true }),
    `
+- fibtui -------------------------------------------- setup > RUN > results -+
| round 3 of 5   pool is running                 7.1 s gone    about 8 s left |
|   ==============================-----------------------------------  47 %   |
+- SO FAR --------------------------------------------------------------------+
|   local  one by one   ==========================================o  1.79 s   |
|   pool   2 at a time  =====================o                       0.94 s   |
|                                                                             |
|   1.90 times as fast so far               2 rounds cannot rule out chance   |
|                                                                             |
+- POOL, ROUND 3 ------------------------ 159 of 200 tasks done, 1.1 s gone --+
|   w1  ======================================----------  80 %   80 tasks     |
|   w2  ======================================----------  79 %   79 tasks     |
+- CPU LOAD, LAST 10 s -------------------------------------------- p: pool --+
|   2 busy                         ##||:       ####|   :|###   2.0 of 2 now   |
|                       ...   ..  :#######     #####  ######                  |
|   1 busy              ####################################                  |
|                       ####################################                  |
|                        \\ local /\\p /\\ p /\\ local /  \\pool                   |
|     each 88                                                                 |
+- TRUST ---------------------------------------------------------------------+
|   + other programs 3 %   + no steal   + no throttling                       |
+-----------------------------------------------------------------------------+
 esc cancel (finished rounds are kept)  g timeline  d details  ? help
`,
  );
});
