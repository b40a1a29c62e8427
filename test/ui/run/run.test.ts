import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Milliseconds } from '../../../source/core/units.ts';
import { frameText, rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { runScreen, runState, type RunRequest } from '../../helpers/screens/ui-states.ts';

const twoRounds = { local: [1800, 1790], pool: [930, 940] } as const;
const inPool = (given: RunRequest = {}) =>
  runState({ pass: ['pool', 3, 7000], walls: twoRounds, ...given });

test('before the first warm-up the room of everything is kept', () => {
  const draw = runScreen(runState({}), 1100);
  assert.deepEqual(zoneLines(draw, 'info'), [
    'RUN 0/5   elapsed  0.1 s   ETA 13.5 s   n 50,000   N 200   P 2   list',
  ]);
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ············································  next',
    'P pool    ············································  next',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), ['── WORKERS', '  getting ready', '']);
  assert.deepEqual(zoneLines(draw, 'workerTime'), ['── WHERE WORKER TIME GOES NOW', '']);
  assert.deepEqual(zoneLines(draw, 'soFar'), ['── SO FAR', 'L local', 'P pool']);
});

test('a warm-up says how many workers take how much memory', () => {
  const state = runState({ activity: { type: 'warming-up', case: 'pool', since: 1100 } });
  const draw = runScreen(state, 1500);
  assert.deepEqual(zoneLines(draw, 'info'), [
    'RUN 0/5   elapsed  0.5 s   ETA 13.5 s   n 50,000   N 200   P 2   list',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── WORKERS',
    '  warming up pool: 2 workers, 247 MB',
    '',
  ]);
});

test('while local runs, one worker stands in the room of all', () => {
  const state = runState({ pass: ['local', 1, 1500] });
  const draw = runScreen(state, 2300);
  assert.deepEqual(zoneLines(draw, 'info'), [
    'RUN 1/5   elapsed  1.3 s   ETA 12.7 s   n 50,000   N 200   P 2   list',
  ]);
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ████████████████████························  running  0.8 s',
    'P pool    ············································  next',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── LOCAL   worker · share of the pass · tasks done · CPU',
    'w1  ██████████████████████████████████████··········  80 %     80  cpu0',
    '',
  ]);
});

test('while the pool runs, every worker has its bar, its tasks and its CPU', () => {
  assert.equal(
    frameText(runScreen(inPool(), 7580)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   N 200   P 2   list       │
│                                                                             │
│ L local   ████████████████████████████████████████████    1.79 s  ±0.3 %    │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓······························  running  0.6 s      │
├─ POOL   worker · share of the pass · tasks done · CPU ──────────────────────┤
│ w1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··········  80 %     80  cpu0     │
│ w2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··········  79 %     79  cpu1     │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────┤
│ cpu0  █······························································   2 % │
│ cpu1  ██████·························································   9 % │
├─ WHERE WORKER TIME GOES NOW ────────────────────────────────────────────────┤
│ █████████████████████████▒   on a CPU  96 %   waiting   3 %   blocked   1 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────┤
│ L local   1.80 s  1.79 s                           median   1.79 s          │
│ P pool    930 ms  940 ms                           median   935 ms    1.92x │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  g timeline  ? help  ctrl+c quit
`,
  );
});

test('the smallest window keeps the bars, the workers and the repeats', () => {
  const window = { columns: 60, rows: 16 };
  assert.equal(
    frameText(runScreen(inPool(), 7580), window),
    `
╭─ fibtui ──────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   P 2  │
│ L local   ████████████████████████    1.79 s  ±0.3 %    │
│ P pool    ▓▓▓▓▓▓▓▓················  running  0.6 s      │
├─ POOL   worker · share of the pass · tasks done · CPU ──┤
│ w1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······  80 %     80  cpu0     │
│ w2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓······  79 %     79  cpu1     │
│ 2 CPUs   mean   6 %   busiest cpu1   9 %                │
│ ██████████   on a CPU  96 % waiting   3 % blocked   1 % │
├─ SO FAR ────────────────────────────────────────────────┤
│ L local   1.80 s  1.79 s       median   1.79 s          │
│ P pool    930 ms  940 ms       median   935 ms    1.92x │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 esc cancel  g timeline  ? help  ctrl+c quit
`,
  );
});

test('a large window gives its columns to the bars', () => {
  const window = { columns: 120, rows: 40 };
  assert.equal(
    frameText(runScreen(inPool(), 7580), window),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · RUN · results ─╮
│ RUN 3/5   elapsed  6.6 s   ETA  7.6 s   n 50,000   N 200   P 2   list                                               │
│                                                                                                                     │
│ L local   ████████████████████████████████████████████████████████████████████████████████████    1.79 s  ±0.3 %    │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·························································  running  0.6 s      │
├─ POOL   worker · share of the pass · tasks done · CPU ──────────────────────────────────────────────────────────────┤
│ w1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··················  80 %     80  cpu0     │
│ w2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··················  79 %     79  cpu1     │
├─ LIVE CPU ──────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ cpu0  ██·····································································································   2 % │
│ cpu1  █████████······························································································   9 % │
├─ WHERE WORKER TIME GOES NOW ────────────────────────────────────────────────────────────────────────────────────────┤
│ ███████████████████████████████████████████████████████████████▒▒░   on a CPU  96 %   waiting   3 %   blocked   1 % │
├─ SO FAR ────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ L local   1.80 s  1.79 s                                                                   median   1.79 s          │
│ P pool    930 ms  940 ms                                                                   median   935 ms    1.92x │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
│                                                                                                                     │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished repeats  g timeline  ? help  ctrl+c quit
`,
  );
});

test('ASCII alone', () => {
  const draw = runScreen(inPool(), 7580);
  assert.deepEqual(zoneLines(draw, 'headline', { ascii: true }), [
    'L local   ############################################    1.79 s  ~0.3 %',
    'P pool    ==============..............................  running  0.6 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', { ascii: true }), [
    '-- POOL   worker - share of the pass - tasks done - CPU',
    'w1  ======================================..........  80 %     80  cpu0',
    'w2  ======================================..........  79 %     79  cpu1',
  ]);
  assert.deepEqual(zoneLines(draw, 'cpus', { ascii: true }), [
    '-- LIVE CPU',
    'cpu0  #..............................................................   2 %',
    'cpu1  ######.........................................................   9 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'workerTime', { ascii: true }), [
    '-- WHERE WORKER TIME GOES NOW',
    '#########################%   on a CPU  96 %   waiting   3 %   blocked   1 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ascii: true }), [
    '-- SO FAR',
    'L local   1.80 s  1.79 s                           median   1.79 s',
    'P pool    930 ms  940 ms                           median   935 ms    1.92x',
  ]);
});

test('a pass that failed is told in the row that is kept for it', () => {
  const state = inPool({ walls: { local: [1800, 1790], pool: [930, 'failed'] } });
  const draw = runScreen(state, 7580);
  assert.deepEqual(zoneLines(draw, 'soFar'), [
    '── SO FAR',
    'L local   1.80 s  1.79 s                           median   1.79 s',
    'P pool    930 ms  failed                           median   930 ms    1.94x',
  ]);
  assert.deepEqual(zoneLines(draw, 'failure'), ['! round 2: pool: worker 2 died.']);
});

const keysOf = (...given: Parameters<typeof runScreen>) =>
  rowsOf(runScreen(...given))
    .at(-1)
    ?.trim();

test('the keys tell how far a run is cancelled', () => {
  const state = inPool();
  assert.equal(
    keysOf(state, 7580),
    'esc cancel, keeps finished repeats  g timeline  ? help  ctrl+c quit',
  );
  assert.equal(
    keysOf(state, 7580, { cancelling: 'asking' }),
    'esc again cancels and keeps finished repeats, any other key goes on',
  );
  assert.equal(
    rowsOf(runScreen(state, 7580, { cancelling: 'asking' }), { columns: 60, rows: 16 })
      .at(-1)
      ?.trim(),
    'esc again cancels, any other key goes on',
  );
  assert.equal(
    keysOf(state, 7580, { cancelling: 'stopping' }),
    'stopping: the workers are coming to rest',
  );
});

test('before its first sample a worker has an empty bar and no CPU', () => {
  const state = inPool();
  const activity = { ...state.profile!.activity, workers: [] };
  const profile = { ...state.profile!, activity };
  const rows = rowsOf(runScreen({ ...state, profile }, 7580));
  assert.equal(rows[6], `│ w1  ${'·'.repeat(48)}   0 %      0${' '.repeat(10)} │`);
});

test('a worker whose CPU the system does not tell says so', () => {
  const state = inPool();
  const workers = [
    { share: 0.5, tasks: 40 },
    { share: 0.5, tasks: 41, cpu: 1 },
  ];
  const profile = { ...state.profile!, activity: { ...state.profile!.activity, workers } };
  const rows = rowsOf(runScreen({ ...state, profile }, 7580));
  assert.match(rows[6]!, / 50 %     40  n\/a      │$/);
  assert.match(rows[7]!, / 50 %     41  cpu1     │$/);
});

test('a pass that takes longer than expected stretches the axis, and nothing leaves it', () => {
  const rows = rowsOf(runScreen(inPool(), 7000 + 3_590_000));
  assert.equal(rows[3], `│ L local   █${'·'.repeat(43)}    1.79 s  ±0.3 %    │`);
  assert.equal(rows[4], `│ P pool    ${'▓'.repeat(44)}  running 59 min 50 s │`);
});

test('the latest repeats are shown where there is no room for all, and a column is a round', () => {
  const walls = Array.from({ length: 20 }, (_, round) => 1001 + 10 * round);
  const state = runState({
    settings: { repeats: 21 },
    pass: ['pool', 21, 7000],
    walls: { local: [...walls, 2000], pool: walls },
  });
  assert.deepEqual(rowsOf(runScreen(state, 7010)).slice(14, 16), [
    '│ L local   1.17 s  1.18 s  1.19 s  2.00 s           median   1.10 s          │',
    '│ P pool    1.17 s  1.18 s  1.19 s                   median   1.10 s    1.00x │',
  ]);
});

test('what has no wall stands in its place as what became of it', () => {
  const state = runState({
    pass: ['pool', 3, 7000],
    walls: { local: [1800, 'cancelled', 1790], pool: ['failed', 930] },
  });
  assert.deepEqual(rowsOf(runScreen(state, 7010)).slice(14, 16), [
    '│ L local      1.80 s  cancelled     1.79 s          median   1.79 s          │',
    '│ P pool       failed     930 ms                     median   930 ms          │',
  ]);
});

test('what the screen costs stands at the end of the first row, before what was planned', () => {
  // The pass has run for a second.
  const infoAt = (columns: number, drawing: Milliseconds) =>
    rowsOf(runScreen(inPool({ drawing }), 8000), { columns })[1];
  const times = 'RUN 3/5   elapsed  7.0 s   ETA  7.3 s';
  const plan = 'n 50,000   N 200   P 2   list';
  assert.equal(infoAt(120, 6.4), `│ ${times}   ${plan}${' '.repeat(34)}screen 0.6 % │`);
  assert.equal(infoAt(80, 6.4), `│ ${times}   n 50,000   N 200       screen 0.6 % │`);
  assert.equal(infoAt(60, 123), `│ ${times}     screen 12.3 % │`);
});
