import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { three, large } from '../../helpers/screens/ray-results.ts';

const smallest = { columns: 60, rows: 16 };

test('three engines: bars, both verdicts, scores, where the time of Ray went, and every round', () => {
  assert.equal(zoneRows(three), 'head 1, chart 5, verdict 4, scores 2, ray 4, budget 1, advice 3');
  assert.deepEqual(zoneLines(three, 'head'), [
    'n 50,000   N 200 tasks   P 2 on 2 usable, 8 on ray   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(three, 'chart'), [
    '── DURATION   rounds 5 of local, 5 of pool, 1 of ray and the range of all,',
    'L local   █████·····················    1.79 s       1.79 to 1.82 s   1.00x',
    'P pool    ▓▓························    928 ms        925 to 940 ms   1.93x',
    'R ray     ▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░    9.70 s       9.50 to 10.1 s   0.19x',
    '  python x1 (calculated)                27.2 s                       0.066x',
  ]);
  assert.deepEqual(zoneLines(three, 'verdict', { within: 4 }), [
    'VERDICT  pool wins: 1.93x faster than local (1.90 to 1.97), of at most 2x',
    '         with 2 workers; ray measured 0.19x against local, too few rounds',
    '         for a verdict (3 of at least 5); inside the cluster ray is 7.00x',
    '         faster than Python on one CPU',
  ]);
  assert.deepEqual(zoneLines(three, 'scores', { within: 2 }), [
    'P pool   speed-up 1.93x (1.90 to 1.97)   efficiency 97 %   Karp-Flatt 0.034',
    'R ray    speed-up 0.19x (0.18 to 0.19)   inside 7.00x, efficiency 88 %',
  ]);
  assert.deepEqual(zoneLines(three, 'ray', { within: 4 }), [
    ' submit    pending    driver start    warm-up      span      rest',
    '19.4 ms     1.46 s          485 ms     3.40 s    3.88 s    466 ms',
    '0.19x = language 0.066 × inside 7.00 × span share 0.40 (round 1, local',
    '1.80 s)',
  ]);
  assert.deepEqual(zoneLines(three, 'advice', { within: 4 }), [
    '── READ IT LIKE THIS',
    'Little is lost: 1.93 of 2 workers were at work all the time.',
    'ray spent 5.82 s of 9.70 s on start-up (3.40 s warm-up); a task takes 15.1',
    'times as long in Python.',
  ]);
});

test('a large window has the phases of Ray as a staircase, and the rest of the zones with it', () => {
  assert.equal(
    zoneRows(three, large),
    'head 1, chart 5, verdict 4, scores 5, ray 9, budget 5, advice 3, rounds 4',
  );
  assert.deepEqual(zoneLines(three, 'chart', large), [
    '── DURATION   rounds 5 of local, 5 of pool, 1 of ray and the range of all, shorter is better, ░ overhead',
    'L local   ████████████······················································    1.79 s       1.79 to 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓····························································    928 ms        925 to 940 ms   1.93x',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    9.70 s       9.50 to 10.1 s   0.19x',
    '  python x1 (calculated)                                                        27.2 s                       0.066x',
  ]);
  assert.deepEqual(zoneLines(three, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 1.93x faster than local (1.90 to 1.97), of at most 2x with 2 workers; ray measured 0.19x',
    '         against local, too few rounds for a verdict (3 of at least 5); inside the cluster ray is 7.00x faster than',
    '         Python on one CPU',
  ]);
  assert.deepEqual(zoneLines(three, 'scores', large), ['── SCORES', 'P pool   speed-up 1.93x (1.90 to 1.97)   efficiency 97 %   Karp-Flatt 0.034', 'R ray    speed-up 0.19x (0.18 to 0.19)   inside the cluster 7.00x, efficiency 88 %', 'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +3 %', 'pool: starting the workers pays off after 4 tasks']);
  assert.deepEqual(zoneLines(three, 'ray', large), [
    '── RAY   where the 9.70 s of round 1 went   Ray 2.60.0, 2 nodes, 8 CPUs',
    'submit        ░···················································································   19.4 ms    0 %',
    'pending       ░░░░░░░░░░░░░·······································································    1.46 s   15 %',
    'driver start  ·············░░░░···································································    485 ms    5 %',
    'warm-up       ·················░░░░░░░░░░░░░░░░░░░░░░░░░░░░░······································    3.40 s   35 %',
    'span          ··············································▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····    3.88 s   40 %',
    'rest          ················································································░░░░    466 ms    5 %',
    '0.19x = language 0.066 × inside 7.00 × span share 0.40 (round 1, local 1.80 s)',
    'http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311',
  ]);
  assert.deepEqual(zoneLines(three, 'budget', { ...large, within: 6 }), [
    '── WHERE 2 WORKERS WERE   round 5: local 1.79 s, pool 928 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··  1.93',
    'slower or waiting  ░░··········································································  0.07  2.0x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    "POP 0.97 = computation scaling 0.97 × load balance 1.00 × orchestration 1.00 × local's own overhead 1.00",
  ]);
  assert.deepEqual(zoneLines(three, 'advice', large), [
    '── READ IT LIKE THIS',
    'Little is lost: 1.93 of 2 workers were at work all the time.',
    'ray spent 5.82 s of 9.70 s on start-up (3.40 s warm-up); a task takes 15.1 times as long in Python.',
  ]);
  assert.deepEqual(zoneLines(three, 'rounds', large), [
    '── ROUNDS',
    'L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s',
    'P pool    forecast 900 ms   930 ms  940 ms  925 ms  935 ms  928 ms',
    'R ray                       9.70 s  9.50 s  10.1 s',
  ]);
});

test('the smallest window keeps the bars and the verdict', () => {
  assert.equal(zoneRows(three, smallest), 'head 1, chart 4, verdict 6, scores 2');
  assert.deepEqual(zoneLines(three, 'head', smallest), [
    'n 50,000   N 200   P 2, 8 on ray   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(three, 'chart', { ...smallest, within: 4 }), [
    'L local   █████······················    1.79 s   1.00x',
    'P pool    ▓▓▓························    928 ms   1.93x',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░    9.70 s   0.19x',
    '  python x1 (calculated)                 27.2 s  0.066x',
  ]);
  assert.deepEqual(zoneLines(three, 'verdict', { ...smallest, within: 6 }), [
    'VERDICT  pool wins: 1.93x faster than local (1.90 to',
    '         1.97), of at most 2x with 2 workers; ray',
    '         measured 0.19x against local, too few rounds',
    '         for a verdict (3 of at least 5); inside the',
    '         cluster ray is 7.00x faster than Python on one',
    '         CPU',
  ]);
  assert.deepEqual(zoneLines(three, 'scores', { ...smallest, within: 2 }), [
    'P pool   1.93x   efficiency 97 %   Karp-Flatt 0.034',
    'R ray    0.19x   inside 7.00x, efficiency 88 %',
  ]);
});

test('ASCII alone', () => {
  assert.equal(
    zoneRows(three, { ascii: true }),
    'head 1, chart 5, verdict 4, scores 2, ray 4, budget 1, advice 3',
  );
  assert.deepEqual(zoneLines(three, 'chart', { ascii: true }), [
    '-- DURATION   rounds 5 of local, 5 of pool, 1 of ray and the range of all,',
    'L local   #####.....................    1.79 s       1.79 to 1.82 s   1.00x',
    'P pool    ==........................    928 ms        925 to 940 ms   1.93x',
    'R ray     %%%%%%%%%%::::::::::::::::    9.70 s       9.50 to 10.1 s   0.19x',
    '  python x1 (calculated)                27.2 s                       0.066x',
  ]);
  assert.deepEqual(zoneLines(three, 'ray', { ascii: true, within: 4 }), [
    ' submit    pending    driver start    warm-up      span      rest',
    '19.4 ms     1.46 s          485 ms     3.40 s    3.88 s    466 ms',
    '0.19x = language 0.066 x inside 7.00 x span share 0.40 (round 1, local',
    '1.80 s)',
  ]);
});
