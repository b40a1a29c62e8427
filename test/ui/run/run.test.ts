import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameText, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { runScreen, runState } from '../../helpers/screens/ui-states.ts';
import { inPool } from '../../helpers/screens/pool-runs.ts';

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
│ L local   1.80 s  1.79 s                         round 2:   1.79 s          │
│ P pool    930 ms  940 ms                         round 2:   940 ms    1.90x │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
╰─────────────────────────────────────────────────────────────────────────────╯
 esc cancel, keeps finished rounds  g timeline  ? help  ctrl+c quit
`,
  );
});

test('the smallest window keeps the bars, the workers and the rounds', () => {
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
│ L local   1.80 s  1.79 s     round 2:   1.79 s          │
│ P pool    930 ms  940 ms     round 2:   940 ms    1.90x │
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
│ L local   1.80 s  1.79 s                                                                 round 2:   1.79 s          │
│ P pool    930 ms  940 ms                                                                 round 2:   940 ms    1.90x │
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
 esc cancel, keeps finished rounds  g timeline  ? help  ctrl+c quit
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
    'L local   1.80 s  1.79 s                         round 2:   1.79 s',
    'P pool    930 ms  940 ms                         round 2:   940 ms    1.90x',
  ]);
});
