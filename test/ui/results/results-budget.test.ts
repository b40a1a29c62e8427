import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { two, sixteen, manyWorkers } from '../../helpers/screens/budget-results.ts';

test('two workers that another process disturbs', () => {
  assert.equal(zoneRows(two), 'head 1, chart 3, verdict 3, scores 4, budget 5, advice 3, trust 1');
  assert.deepEqual(zoneLines(two, 'chart'), [
    '── DURATION   round 3 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.80 s               1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·········    1.16 s               1.16 s   1.55x',
  ]);
  assert.deepEqual(zoneLines(two, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 1.55x faster than local (1.55 to 1.55), of at most 2x',
    '         with 2 workers',
  ]);
  assert.deepEqual(zoneLines(two, 'scores', { within: 2 }), [
    'P pool   speed-up 1.55x (1.55 to 1.55)   efficiency 77 %   Karp-Flatt 0.292',
  ]);
  assert.deepEqual(zoneLines(two, 'budget'), [
    '── WHERE 2 WORKERS WERE   round 3: local 1.80 s, pool 1.16 s',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓········  1.55',
    'waiting for a CPU  ░░░░░░░░····························  0.43  2.0x without',
    'everything else    ░···································  0.02',
    'POP 0.77 = scaling 0.78 × balance 1.00 × orchestration 1.00 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(two, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "waiting for a CPU" (0.43 of 2 workers): other programs',
    'took 560 ms of CPU time, 0.48 of 2 CPUs. Run again on a quieter machine.',
  ]);
});

test('sixteen workers on eight cores', () => {
  assert.equal(
    zoneRows(sixteen),
    'head 1, chart 3, verdict 2, scores 1, budget 8, advice 4, trust 1',
  );
  assert.deepEqual(zoneLines(sixteen, 'head'), [
    'n 50,000   N 330 tasks   P 16 on 16 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'chart'), [
    '── DURATION   round 3 and the range of all, shorter is better',
    'L local   ██████████████████████████    2.97 s               2.97 s   1.00x',
    'P pool    ▓▓▓·······················    292 ms               292 ms   10.2x',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 10.2x faster than local (10.2 to 10.2), of at most',
    '         15.71x with 16 workers and 330 tasks',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'scores', { within: 1 }), [
    'P pool   speed-up 10.2x (10.2 to 10.2)   efficiency 64 %   Karp-Flatt 0.038',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'budget'), [
    '── WHERE 16 WORKERS WERE   round 3: local 2.97 s, pool 292 ms',
    'the work                  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓···········  10.2',
    'tasks that do not divide  ░·····························   0.3',
    'slower side by side       ░░░░░░░·······················   4.0  14x without',
    'waiting for a CPU         ░░····························   1.1  11x without',
    'blocked                   ░·····························   0.3  10x without',
    'everything else           ░·····························   0.1',
    'POP 0.64 = scaling 0.65 × balance 0.98 × orchestration 0.99 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower side by side" (4.0 of 16 workers): 16 workers',
    'share 8 cores; the clock fell from 4.10 to 3.71 GHz. Try 8 workers, one for',
    'each core: that wastes less, but may take longer.',
  ]);
});

test('a hundred and twenty-eight workers, of which the start takes most', () => {
  assert.equal(zoneRows(manyWorkers), 'head 1, chart 3, verdict 3, scores 4, budget 6, advice 3');
  assert.deepEqual(zoneLines(manyWorkers, 'head'), [
    'n 50,000   N 256 tasks   P 128 on 128 usable   pair   5 rounds',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'chart'), [
    '── DURATION   round 3 and the range of all, shorter is better',
    'L local   ██████████████████████████    2.30 s               2.30 s   1.00x',
    'P pool    ▓·························   39.5 ms              39.5 ms   58.3x',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 58.3x faster than local (58.3 to 58.3), of at most 128x',
    '         with 128 workers',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'scores', { within: 1 }), [
    'P pool   speed-up 58.3x (58.3 to 58.3)   efficiency 46 %   Karp-Flatt 0.009',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'budget'), [
    '── WHERE 128 WORKERS WERE   round 3: local 2.30 s, pool 39.5 ms',
    'the work             ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓···················  58.3',
    'handing out          ░░░░░░░░░░░░░░░░░·················  64.7  120x without',
    'slower side by side  ░·································   3.9   60x without',
    'everything else      ░·································   1.1',
    'POP 0.46 = scaling 0.94 × balance 1.00 × orchestration 0.49 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(manyWorkers, 'advice'), ['── READ IT LIKE THIS', 'Most of the loss is "handing out" (64.7 of 128 workers): the last of 128', 'workers began after 20.0 ms of 39.5 ms. Try 6,528 tasks, or a larger size.']);
});

test('sixteen workers in ASCII alone', () => {
  assert.equal(
    zoneRows(sixteen, { ascii: true }),
    'head 1, chart 3, verdict 2, scores 1, budget 8, advice 4, trust 1',
  );
  assert.deepEqual(zoneLines(sixteen, 'chart', { ascii: true }), [
    '-- DURATION   round 3 and the range of all, shorter is better',
    'L local   ##########################    2.97 s               2.97 s   1.00x',
    'P pool    ===.......................    292 ms               292 ms   10.2x',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'budget', { ascii: true }), [
    '-- WHERE 16 WORKERS WERE   round 3: local 2.97 s, pool 292 ms',
    'the work                  ===================...........  10.2',
    'tasks that do not divide  :.............................   0.3',
    'slower side by side       :::::::.......................   4.0  14x without',
    'waiting for a CPU         ::............................   1.1  11x without',
    'blocked                   :.............................   0.3  10x without',
    'everything else           :.............................   0.1',
    'POP 0.64 = scaling 0.65 x balance 0.98 x orchestration 0.99 x local 1.00',
  ]);
  assert.deepEqual(zoneLines(sixteen, 'advice', { ascii: true }), [
    '-- READ IT LIKE THIS',
    'Most of the loss is "slower side by side" (4.0 of 16 workers): 16 workers',
    'share 8 cores; the clock fell from 4.10 to 3.71 GHz. Try 8 workers, one for',
    'each core: that wastes less, but may take longer.',
  ]);
});
