import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { many } from '../../helpers/screens/many-results.ts';

test('a win of 16 workers, and what their time went into', () => {
  const draw = many(16);
  assert.equal(zoneRows(draw), 'head 1, chart 3, verdict 3, scores 4, budget 5, advice 4');
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 320 tasks   P 16 on 16 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████    2.88 s       2.87 to 2.90 s   1.00x',
    'P pool    ▓▓▓·······················    340 ms        336 to 345 ms   8.47x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), [
    '──',
    'VERDICT  pool wins: 8.47x faster than local (8.41 to 8.55), of at most 16x',
    '         with 16 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 2 }), [
    'P pool   speed-up 8.47x (8.41 to 8.55)   efficiency 53 %   Karp-Flatt 0.059',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE 16 WORKERS WERE   round 1: local 2.88 s, pool 340 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·················  8.47',
    'slower or waiting  ░░░░░░░░░░░░░░░░░····················  7.53  16x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    'POP 0.53 = scaling 0.53 × balance 1.00 × orchestration 1.00 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower or waiting" (7.53 of 16 workers): 16 workers',
    'share 8 cores. Try 8 workers, one for each core: that wastes less, but may',
    'longer.',
  ]);
});

test('a win of 64 workers', () => {
  const draw = many(64);
  assert.equal(zoneRows(draw), 'head 1, chart 3, verdict 3, scores 4, budget 5, advice 4');
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 320 tasks   P 64 on 64 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████    2.88 s       2.87 to 2.90 s   1.00x',
    'P pool    ▓·························    118 ms        116 to 121 ms   24.4x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 24.4x faster than local (23.7 to 25.0), of at most 64x',
    '         with 64 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 3 }), ['P pool   speed-up 24.4x (23.7 to 25.0)   efficiency 38 %   Karp-Flatt 0.026']);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE 64 WORKERS WERE   round 1: local 2.88 s, pool 118 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······················  24.4',
    'slower or waiting  ░░░░░░░░░░░░░░░░░░░░░░░··············  39.6  64x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    'POP 0.38 = scaling 0.38 × balance 1.00 × orchestration 1.00 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower or waiting" (39.6 of 64 workers): 64 workers',
    'share 32 cores. Try 32 workers, one for each core: that wastes less, but',
    'longer.',
  ]);
});

test('a win of 128 workers: two parts beside each other leave room for a warning', () => {
  const draw = many(128);
  assert.equal(
    zoneRows(draw),
    'head 1, chart 3, verdict 3, scores 1, budget 5, advice 4, warnings 2',
  );
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 256 tasks   P 128 on 128 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████    2.30 s       2.29 to 2.32 s   1.00x',
    'P pool    ▓·························   84.2 ms      82.5 to 86.8 ms   27.3x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 27.3x faster than local (26.4 to 28.1), of at most 128x',
    '         with 128 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 1 }), [
    'P pool   speed-up 27.3x (26.4 to 28.1)   efficiency 21 %   Karp-Flatt 0.029',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE 128 WORKERS WERE   round 1: local 2.30 s, pool 84.2 ms',
    'the work           ▓▓▓▓▓▓▓····························   27.3',
    'slower or waiting  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░·······  100.7  130x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    'POP 0.21 = scaling 0.21 × balance 1.00 × orchestration 1.00 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower or waiting" (100.7 of 128 workers): 128 workers',
    'share 64 cores. Try 64 workers, one for each core: that wastes less, but',
    'longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings'), [
    '! memory: 15.9 GB at once: 71 % of what is free; swapping would show in the',
    '  times',
  ]);
});
