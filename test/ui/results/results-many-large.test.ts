import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines } from '../../helpers/screens/ui-frames.ts';
import { many } from '../../helpers/screens/many-results.ts';

const large = { columns: 120, rows: 40 };

test('a win of 16 workers in a large window', () => {
  const draw = many(16);
  assert.deepEqual(zoneLines(draw, 'chart', large), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.88 s       2.87 to 2.90 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓··························································    340 ms        336 to 345 ms   8.47x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 8.47x faster than local (8.41 to 8.55), of at most 16x with 16 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', large), ['── SCORES', 'P pool   speed-up 8.47x (8.41 to 8.55)   efficiency 53 %   Karp-Flatt 0.059', 'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +89 %', 'pool: starting the workers pays off after 3 tasks']);
  assert.deepEqual(zoneLines(draw, 'budget', large), [
    '── WHERE 16 WORKERS WERE   round 1: local 2.88 s, pool 340 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓····································  8.47',
    'slower or waiting  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░·········································  7.53  16x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    "POP 0.53 = computation scaling 0.53 × load balance 1.00 × orchestration 1.00 × local's own overhead 1.00",
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower or waiting" (7.53 of 16 workers): 16 workers share 8 cores. Try 8 workers, one for each',
    'core: that wastes less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds', large), [
    '── ROUNDS',
    'L local   forecast 2.88 s   2.88 s  2.87 s  2.90 s  2.89 s  2.88 s',
    'P pool    forecast 180 ms   340 ms  336 ms  345 ms  338 ms  342 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread', large), [
    "── SPREAD   every round against its engine's median",
    'L local   ·························●····●····●·········●···············●··················  2.88 s (2.87 to 2.90 s)',
    'P pool    ●·················●················●·················●·························●   340 ms (336 to 345 ms)',
    '          -1.2 %                             0                                      +1.5 %',
  ]);
});

test('a win of 64 workers in a large window', () => {
  const draw = many(64);
  assert.deepEqual(zoneLines(draw, 'chart', large), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.88 s       2.87 to 2.90 s   1.00x',
    'P pool    ▓▓▓·······························································    118 ms        116 to 121 ms   24.4x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 24.4x faster than local (23.7 to 25.0), of at most 64x with 64 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', large), ['── SCORES', 'P pool   speed-up 24.4x (23.7 to 25.0)   efficiency 38 %   Karp-Flatt 0.026', 'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +162 %', 'pool: starting the workers pays off after 2 tasks']);
  assert.deepEqual(zoneLines(draw, 'budget', large), [
    '── WHERE 64 WORKERS WERE   round 1: local 2.88 s, pool 118 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓················································  24.4',
    'slower or waiting  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░·····························  39.6  64x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    "POP 0.38 = computation scaling 0.38 × load balance 1.00 × orchestration 1.00 × local's own overhead 1.00",
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower or waiting" (39.6 of 64 workers): 64 workers share 32 cores. Try 32 workers, one for',
    'core: that wastes less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds', large), [
    '── ROUNDS',
    'L local   forecast  2.88 s   2.88 s  2.87 s  2.90 s  2.89 s  2.88 s',
    'P pool    forecast 45.0 ms   118 ms  121 ms  116 ms  119 ms  117 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread', large), [
    "── SPREAD   every round against its engine's median",
    'L local   ·························●··●···●·····●·········●·······························  2.88 s (2.87 to 2.90 s)',
    'P pool    ●···············●···············●··············●·······························●   118 ms (116 to 121 ms)',
    '          -1.7 %                          0                                         +2.5 %',
  ]);
});

test('a win of 128 workers in a large window', () => {
  const draw = many(128);
  assert.deepEqual(zoneLines(draw, 'chart', large), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████████████████████████████████████████████    2.30 s       2.29 to 2.32 s   1.00x',
    'P pool    ▓▓································································   84.2 ms      82.5 to 86.8 ms   27.3x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', large), [
    '──',
    'VERDICT  pool wins: 27.3x faster than local (26.4 to 28.1), of at most 128x with 128 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', large), ['── SCORES', 'P pool   speed-up 27.3x (26.4 to 28.1)   efficiency 21 %   Karp-Flatt 0.029', 'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +368 %', 'pool: starting the workers pays off after 2 tasks']);
  assert.deepEqual(zoneLines(draw, 'budget', large), [
    '── WHERE 128 WORKERS WERE   round 1: local 2.30 s, pool 84.2 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓···························································   27.3',
    'slower or waiting  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░················  100.7  130x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    "POP 0.21 = computation scaling 0.21 × load balance 1.00 × orchestration 1.00 × local's own overhead 1.00",
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', large), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower or waiting" (100.7 of 128 workers): 128 workers share 64 cores. Try 64 workers, one for',
    'core: that wastes less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds', large), [
    '── ROUNDS',
    'L local   forecast  2.30 s    2.30 s   2.29 s   2.32 s   2.31 s   2.29 s',
    'P pool    forecast 18.0 ms   84.2 ms  86.8 ms  82.5 ms  85.1 ms  83.6 ms',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread', large), [
    "── SPREAD   every round against its engine's median",
    'L local   ························●··●··●······●······●·································    2.30 s (2.29 to 2.32 s)',
    'P pool    ●···················●·········●················●·····························●  84.2 ms (82.5 to 86.8 ms)',
    '          -2.0 %                        0                                         +3.1 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', large), [
    '! memory: 15.9 GB at once: 71 % of what is free; if the machine swaps, the times show it',
  ]);
});
