import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines } from '../../helpers/screens/ui-frames.ts';
import { many } from '../../helpers/screens/many-results.ts';

const large = { columns: 120, rows: 40 };

test('a win of 16 workers in a large window', () => {
  const draw = many(16);
  assert.deepEqual(zoneLines(draw, 'chart', large), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.88 s     2.87 s .. 2.90 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓··························································    340 ms     336 ms .. 345 ms   8.47x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 8.47x faster than local (8.41 to 8.55), of at most 16x with 16 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', large), [
    '── SCORES',
    'P pool   speed-up 8.47x (8.41 to 8.55)   efficiency 53 %   Karp-Flatt 0.059',
    'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +89 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', large), [
    '── WHERE THE REST WENT   round 1: 16 workers × 340 ms = 5.44 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓····································    2.88 s   52.9 %',
    'work inflation     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░·········································    2.56 s   47.1 %',
    'dispatch           ·············································································   0.00 ms    0.0 %',
    'idle at the end    ·············································································   0.00 ms    0.0 %',
    'between tasks      ·············································································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.53 = computation scaling 0.53 × load balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 47.1 % of 5.44 s: 16 workers share 8 cores. Try 8 workers, one a core: that',
    'loses less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'repeats', large), [
    '── REPEATS',
    'L local   forecast 2.88 s   2.88 s  2.87 s  2.90 s  2.89 s  2.88 s',
    'P pool    forecast 180 ms   340 ms  336 ms  345 ms  338 ms  342 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread', large), [
    "── SPREAD   every repeat against its engine's median",
    'L local   ·································●·····●······●·············●···················●························',
    'P pool    ●······················●······················●······················●··································●',
    '          -1.2 %                                        0                                                    +1.5 %',
  ]);
});

test('a win of 64 workers in a large window', () => {
  const draw = many(64);
  assert.deepEqual(zoneLines(draw, 'chart', large), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.88 s     2.87 s .. 2.90 s   1.00x',
    'P pool    ▓▓▓·······························································    118 ms     116 ms .. 121 ms   24.4x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 24.4x faster than local (23.7 to 25.0), of at most 64x with 64 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', large), [
    '── SCORES',
    'P pool   speed-up 24.4x (23.7 to 25.0)   efficiency 38 %   Karp-Flatt 0.026',
    'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +162 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', large), [
    '── WHERE THE REST WENT   round 1: 64 workers × 118 ms = 7.55 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓················································    2.88 s   38.1 %',
    'work inflation     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░·····························    4.67 s   61.9 %',
    'dispatch           ·············································································   0.00 ms    0.0 %',
    'idle at the end    ·············································································   0.00 ms    0.0 %',
    'between tasks      ·············································································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.38 = computation scaling 0.38 × load balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 61.9 % of 7.55 s: 64 workers share 32 cores. Try 32 workers, one a core: that',
    'loses less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'repeats', large), [
    '── REPEATS',
    'L local   forecast  2.88 s   2.88 s  2.87 s  2.90 s  2.89 s  2.88 s',
    'P pool    forecast 45.0 ms   118 ms  121 ms  116 ms  119 ms  117 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread', large), [
    "── SPREAD   every repeat against its engine's median",
    'L local   ·································●···●····●·······●············●·········································',
    'P pool    ●····················●····················●···················●·········································●',
    '          -1.7 %                                    0                                                        +2.5 %',
  ]);
});

test('a win of 128 workers in a large window', () => {
  const draw = many(128);
  assert.deepEqual(zoneLines(draw, 'chart', large), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.30 s     2.29 s .. 2.32 s   1.00x',
    'P pool    ▓▓································································   84.2 ms   82.5 ms .. 86.8 ms   27.3x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 27.3x faster than local (26.4 to 28.1), of at most 128x with 128 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', large), [
    '── SCORES',
    'P pool   speed-up 27.3x (26.4 to 28.1)   efficiency 21 %   Karp-Flatt 0.029',
    'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +368 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', large), [
    '── WHERE THE REST WENT   round 1: 128 workers × 84.2 ms = 10.8 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····························································    2.30 s   21.3 %',
    'work inflation     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░················    8.48 s   78.7 %',
    'dispatch           ·············································································   0.00 ms    0.0 %',
    'idle at the end    ·············································································   0.00 ms    0.0 %',
    'between tasks      ·············································································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.21 = computation scaling 0.21 × load balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 78.7 % of 10.8 s: 128 workers share 64 cores. Try 64 workers, one a core:',
    'that loses less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'repeats', large), [
    '── REPEATS',
    'L local   forecast  2.30 s    2.30 s   2.29 s   2.32 s   2.31 s   2.29 s',
    'P pool    forecast 18.0 ms   84.2 ms  86.8 ms  82.5 ms  85.1 ms  83.6 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread', large), [
    "── SPREAD   every repeat against its engine's median",
    'L local   ································●····●···●········●········●·············································',
    'P pool    ●··························●·············●·····················●········································●',
    '          -2.0 %                                   0                                                         +3.1 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', large), [
    '! memory: 15.9 GB at once: 71 % of what is free; swapping would show in the times',
  ]);
});
