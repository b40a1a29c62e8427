import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { two, sixteen, manyWorkers } from '../../helpers/screens/budget-results.ts';

const smallest = { columns: 60, rows: 16 };

const large = { columns: 120, rows: 40 };

test('two workers in the smallest window', () => {
  assert.equal(zoneRows(two, smallest), 'head 1, chart 3, verdict 2, scores 1, budget 2, advice 3');
  assert.deepEqual(zoneLines(two, 'chart', smallest), [
    '── DURATION   round 3, shorter is better',
    'L local   ███████████████████████████    1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··········    1.16 s   1.55x',
  ]);
  assert.deepEqual(zoneLines(two, 'verdict', { ...smallest, within: 2 }), [
    'VERDICT  pool wins: 1.55x faster than local (1.55 to',
    '         1.55), of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(two, 'scores', { ...smallest, within: 1 }), [
    'P pool   1.55x   efficiency 77 %   Karp-Flatt 0.292',
  ]);
  assert.deepEqual(zoneLines(two, 'budget', { ...smallest, within: 2 }), [
    'LOST   of 2 workers   waiting for a CPU 0.43',
    'everything else 0.02',
  ]);
  assert.deepEqual(zoneLines(two, 'advice', { ...smallest, within: 3 }), [
    'Most of the loss is "waiting for a CPU" (0.43 of 2',
    'workers): other programs took 560 ms of CPU time, 0.48',
    'of 2 CPUs. Run again on a quieter machine.',
  ]);
});

test('two workers in a large window', () => {
  assert.deepEqual(zoneLines(two, 'chart', large), [
    '── DURATION   round 3 and the range of all, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    1.80 s               1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······················    1.16 s               1.16 s   1.55x',
  ]);
  assert.deepEqual(zoneLines(two, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 1.55x faster than local (1.55 to 1.55), of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(two, 'scores', large), ['── SCORES', 'P pool   speed-up 1.55x (1.55 to 1.55)   efficiency 77 %   Karp-Flatt 0.292', 'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +29 %', 'pool: starting the workers pays off after 6 tasks']);
  assert.deepEqual(zoneLines(two, 'budget', large), [
    '── WHERE 2 WORKERS WERE   round 3: local 1.80 s, pool 1.16 s',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·················  1.55',
    'waiting for a CPU  ░░░░░░░░░░░░░░░░····························································  0.43  2.0x without',
    'everything else    ░···········································································  0.02',
    "POP 0.77 = computation scaling 0.78 × load balance 1.00 × orchestration 1.00 × local's own overhead 1.00",
  ]);
  assert.deepEqual(zoneLines(two, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "waiting for a CPU" (0.43 of 2 workers): other programs took 560 ms of CPU time, 0.48 of 2',
    'CPUs. Run again on a quieter machine.',
  ]);
  assert.deepEqual(zoneLines(two, 'rounds', large), [
    '── ROUNDS',
    'L local   forecast 1.80 s   1.80 s  1.80 s  1.80 s  1.80 s  1.80 s',
    'P pool    forecast 900 ms   1.16 s  1.16 s  1.16 s  1.16 s  1.16 s',
  ]);
  assert.deepEqual(zoneLines(two, 'trust', large), [
    '── TRUST',
    '  warn     other programs 24 %: they used the CPUs in a typical round of pool; close them and run again',
    '  ok       no throttling',
    '  ok       rounds of local vary by ±0.0 %',
    '  unknown  steal: not reported on this machine',
    '  unknown  governor: not reported on this machine',
    '  unknown  clock: not reported on this machine',
    '  unknown  temperature: not reported on this machine',
  ]);
});

test('sixteen workers in the smallest window', () => {
  assert.equal(zoneRows(sixteen, smallest), 'head 1, chart 3, verdict 3, scores 1, advice 4');
  assert.deepEqual(zoneLines(sixteen, 'head', smallest), [
    'n 50,000   N 330   P 16 on 16 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'chart', smallest), [
    '── DURATION   round 3, shorter is better',
    'L local   ███████████████████████████    2.97 s   1.00x',
    'P pool    ▓▓▓························    292 ms   10.2x',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'verdict', { ...smallest, within: 3 }), [
    'VERDICT  pool wins: 10.2x faster than local (10.2 to',
    '         10.2), of at most 15.71x with 16 workers and',
    '         330 tasks',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'scores', { ...smallest, within: 1 }), [
    'P pool   10.2x   efficiency 64 %   Karp-Flatt 0.038',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'advice', { ...smallest, within: 4 }), [
    'Most of the loss is "slower side by side" (4.0 of 16',
    'workers): 16 workers share 8 cores; the clock fell from',
    '4.10 to 3.71 GHz. Try 8 workers, one for each core:',
    'that wastes less, but may take longer.',
  ]);
});

test('sixteen workers in a large window', () => {
  assert.deepEqual(zoneLines(sixteen, 'chart', large), [
    '── DURATION   round 3 and the range of all, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.97 s               2.97 s   1.00x',
    'P pool    ▓▓▓▓▓▓····························································    292 ms               292 ms   10.2x',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 10.2x faster than local (10.2 to 10.2), of at most 15.71x with 16 workers and 330 tasks',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'scores', large), ['── SCORES', 'P pool   speed-up 10.2x (10.2 to 10.2)   efficiency 64 %   Karp-Flatt 0.038', 'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +54 %', 'pool: starting the workers pays off after 3 tasks']);
  assert.deepEqual(zoneLines(sixteen, 'budget', large), [
    '── WHERE 16 WORKERS WERE   round 3: local 2.97 s, pool 292 ms',
    'the work                  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·························  10.2',
    'tasks that do not divide  ░·····································································   0.3',
    'slower side by side       ░░░░░░░░░░░░░░░░░·····················································   4.0  14x without',
    'waiting for a CPU         ░░░░░·································································   1.1  11x without',
    'blocked                   ░·····································································   0.3  10x without',
    'everything else           ░·····································································   0.1',
    "POP 0.64 = computation scaling 0.65 × load balance 0.98 × orchestration 0.99 × local's own overhead 1.00",
  ]);
  assert.deepEqual(zoneLines(sixteen, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower side by side" (4.0 of 16 workers): 16 workers share 8 cores; the clock fell from 4.10',
    'to 3.71 GHz. Try 8 workers, one for each core: that wastes less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'rounds', large), [
    '── ROUNDS',
    'L local   forecast 2.97 s   2.97 s  2.97 s  2.97 s  2.97 s  2.97 s',
    'P pool    forecast 189 ms   292 ms  292 ms  292 ms  292 ms  292 ms',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'trust', large), [
    '── TRUST',
    '  note     clock fell 10 %: from 4.10 GHz in local to 3.71 GHz in pool',
    '  ok       no throttling',
    '  ok       rounds of local vary by ±0.0 %',
    '  unknown  other programs: not reported on this machine',
    '  unknown  steal: not reported on this machine',
    '  unknown  governor: not reported on this machine',
    '  unknown  temperature: not reported on this machine',
  ]);
});

test('a hundred and twenty-eight workers in the smallest window', () => {
  assert.equal(
    zoneRows(manyWorkers, smallest),
    'head 1, chart 3, verdict 2, scores 1, budget 2, advice 3',
  );
  assert.deepEqual(zoneLines(manyWorkers, 'head', smallest), [
    'n 50,000   N 256   P 128   pair   5 rounds',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'chart', smallest), [
    '── DURATION   round 3, shorter is better',
    'L local   ███████████████████████████    2.30 s   1.00x',
    'P pool    ▓··························   39.5 ms   58.3x',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'verdict', { ...smallest, within: 2 }), [
    'VERDICT  pool wins: 58.3x faster than local (58.3 to',
    '         58.3), of at most 128x with 128 workers',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'scores', { ...smallest, within: 1 }), [
    'P pool   58.3x   efficiency 46 %   Karp-Flatt 0.009',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'budget', { ...smallest, within: 2 }), [
    'LOST   of 128 workers   handing out 64.7',
    'slower side by side 3.9   everything else 1.1',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'advice', { ...smallest, within: 3 }), [
    'Most of the loss is "handing out" (64.7 of 128',
    'workers): the last of 128 workers began after 20.0 ms',
    'of 39.5 ms. Try 6,528 tasks, or a larger size.',
  ]);
});

test('a hundred and twenty-eight workers in a large window', () => {
  assert.deepEqual(zoneLines(manyWorkers, 'chart', large), [
    '── DURATION   round 3 and the range of all, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.30 s               2.30 s   1.00x',
    'P pool    ▓·································································   39.5 ms              39.5 ms   58.3x',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 58.3x faster than local (58.3 to 58.3), of at most 128x with 128 workers',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'scores', large), [
    '── SCORES',
    'P pool   speed-up 58.3x (58.3 to 58.3)   efficiency 46 %   Karp-Flatt 0.009',
    'cold start local 71.0 ms, pool 88.0 ms   pool: starting the workers pays off after 2 tasks',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'budget', large), [
    '── WHERE 128 WORKERS WERE   round 3: local 2.30 s, pool 39.5 ms',
    'the work             ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓········································  58.3',
    'handing out          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░·····································  64.7  120x without',
    'slower side by side  ░░········································································   3.9   60x without',
    'everything else      ░·········································································   1.1',
    "POP 0.46 = computation scaling 0.94 × load balance 1.00 × orchestration 0.49 × local's own overhead 1.00",
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "handing out" (64.7 of 128 workers): the last of 128 workers began after 20.0 ms of 39.5 ms.',
    'Try 6,528 tasks, or a larger size.',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'rounds', large), [
    '── ROUNDS',
    'L local    2.30 s   2.30 s   2.30 s   2.30 s   2.30 s',
    'P pool    39.5 ms  39.5 ms  39.5 ms  39.5 ms  39.5 ms',
  ]);
});
