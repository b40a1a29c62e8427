import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { two, sixteen, manyWorkers } from '../../helpers/screens/budget-results.ts';

test('two workers that another process disturbs', () => {
  assert.equal(zoneRows(two), 'head 1, chart 3, verdict 2, scores 2, budget 9, advice 3');
  assert.deepEqual(zoneLines(two, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    1.80 s     1.80 s .. 1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·········    1.16 s     1.16 s .. 1.16 s   1.55x',
  ]);
  assert.deepEqual(zoneLines(two, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 1.55x faster than local (1.55 to 1.55), of at most 2x',
    '         with 2 workers',
  ]);
  assert.deepEqual(zoneLines(two, 'scores', { within: 2 }), [
    'P pool   speed-up 1.55x (1.55 to 1.55)   efficiency 77 %   Karp-Flatt 0.292',
    'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +29 %',
  ]);
  assert.deepEqual(zoneLines(two, 'budget'), [
    '── WHERE THE REST WENT   round 3: 2 workers × 1.16 s = 2.33 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓········    1.80 s   77.4 %',
    'waiting for a CPU  ░░░░░░░░·····························    500 ms   21.5 %',
    'slower on a CPU    ░····································   20.0 ms    0.9 %',
    'between tasks      ░····································   3.96 ms    0.2 %',
    'dispatch           ░····································   1.20 ms    0.1 %',
    'idle at the end    ·····································   0.20 ms    0.0 %',
    'blocked            ·····································   0.00 ms    0.0 %',
    'POP 0.77 = scaling 0.78 × balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(two, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "waiting for a CPU", 21.5 % of 2.33 s: other processes',
    'took 560 ms of CPU time, 0.48 of 2 CPUs. Run it again on a quieter machine.',
  ]);
});

test('sixteen workers on eight cores', () => {
  assert.equal(zoneRows(sixteen), 'head 1, chart 3, verdict 2, scores 1, budget 9, advice 4');
  assert.deepEqual(zoneLines(sixteen, 'head'), [
    'n 50,000   N 330 tasks   P 16 on 16 usable   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    2.97 s     2.97 s .. 2.97 s   1.00x',
    'P pool    ▓▓▓·······················    292 ms     292 ms .. 292 ms   10.2x',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 10.2x faster than local (10.2 to 10.2), of at most',
    '         15.71x with 16 workers and 330 tasks',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'scores', { within: 1 }), [
    'P pool   speed-up 10.2x (10.2 to 10.2)   efficiency 64 %   Karp-Flatt 0.038',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'budget'), [
    '── WHERE THE REST WENT   round 3: 16 workers × 292 ms = 4.67 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·············    2.97 s   63.6 %',
    'slower on a CPU    ░░░░░░░░░····························    1.16 s   24.7 %',
    'waiting for a CPU  ░░░··································    330 ms    7.1 %',
    'blocked            ░····································   99.0 ms    2.1 %',
    'idle at the end    ░····································   86.3 ms    1.8 %',
    'between tasks      ░····································   15.7 ms    0.3 %',
    'dispatch           ░····································   14.4 ms    0.3 %',
    'POP 0.64 = scaling 0.65 × balance 0.98 × orchestration 0.99   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower on a CPU", 24.7 % of 4.67 s: 16 workers share 8',
    'cores; the clock fell from 4.10 to 3.71 GHz. Try 8 workers, one a core:',
    'that loses less, but may take longer.',
  ]);
});

test('a hundred and twenty-eight workers, of which the start takes most', () => {
  assert.equal(zoneRows(manyWorkers), 'head 1, chart 3, verdict 2, scores 1, budget 9, advice 4');
  assert.deepEqual(zoneLines(manyWorkers, 'head'), [
    'n 50,000   N 256 tasks   P 128 on 128 usable   pair   5 repeats',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    2.30 s     2.30 s .. 2.30 s   1.00x',
    'P pool    ▓·························   39.5 ms   39.5 ms .. 39.5 ms   58.3x',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 58.3x faster than local (58.3 to 58.3), of at most 128x',
    '         with 128 workers',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'scores', { within: 1 }), [
    'P pool   speed-up 58.3x (58.3 to 58.3)   efficiency 46 %   Karp-Flatt 0.009',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'budget'), [
    '── WHERE THE REST WENT   round 3: 128 workers × 39.5 ms = 5.06 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓····················    2.30 s   45.5 %',
    'dispatch           ░░░░░░░░░░░░░░░░░░░··················    2.56 s   50.6 %',
    'slower on a CPU    ░····································    154 ms    3.0 %',
    'idle at the end    ░····································   38.4 ms    0.8 %',
    'between tasks      ░····································   6.40 ms    0.1 %',
    'waiting for a CPU  ·····································   0.00 ms    0.0 %',
    'blocked            ·····································   0.00 ms    0.0 %',
    'POP 0.46 = scaling 0.94 × balance 1.00 × orchestration 0.49   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "dispatch", 50.6 % of 5.06 s: the last of 128 workers',
    'began 20.0 ms into the pass, which takes 39.5 ms. Try 6,528 tasks, or a',
    'larger size.',
  ]);
});

test('sixteen workers in ASCII alone', () => {
  assert.equal(
    zoneRows(sixteen, { ascii: true }),
    'head 1, chart 3, verdict 2, scores 1, budget 9, advice 4',
  );
  assert.deepEqual(zoneLines(sixteen, 'chart', { ascii: true }), [
    '-- DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ##########################    2.97 s     2.97 s .. 2.97 s   1.00x',
    'P pool    ===.......................    292 ms     292 ms .. 292 ms   10.2x',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'budget', { ascii: true }), [
    '-- WHERE THE REST WENT   round 3: 16 workers x 292 ms = 4.67 s',
    'useful work        ========================.............    2.97 s   63.6 %',
    'slower on a CPU    :::::::::............................    1.16 s   24.7 %',
    'waiting for a CPU  :::..................................    330 ms    7.1 %',
    'blocked            :....................................   99.0 ms    2.1 %',
    'idle at the end    :....................................   86.3 ms    1.8 %',
    'between tasks      :....................................   15.7 ms    0.3 %',
    'dispatch           :....................................   14.4 ms    0.3 %',
    'POP 0.64 = scaling 0.65 x balance 0.98 x orchestration 0.99   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'advice', { ascii: true }), [
    '-- READ IT LIKE THIS',
    'Most of the loss is "slower on a CPU", 24.7 % of 4.67 s: 16 workers share 8',
    'cores; the clock fell from 4.10 to 3.71 GHz. Try 8 workers, one a core:',
    'that loses less, but may take longer.',
  ]);
});
