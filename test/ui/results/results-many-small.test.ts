import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { many } from '../../helpers/screens/many-results.ts';

const smallest = { columns: 60, rows: 16 };

test('a win of 16 workers in the smallest window', () => {
  const draw = many(16);
  assert.equal(
    zoneRows(draw, smallest),
    'head 1, chart 3, verdict 2, scores 1, budget 1, advice 4',
  );
  assert.deepEqual(zoneLines(draw, 'head', smallest), [
    'n 50,000   N 320   P 16 on 16 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart', smallest), [
    '── DURATION   round 1, shorter is better',
    'L local   ███████████████████████████    2.88 s   1.00x',
    'P pool    ▓▓▓························    340 ms   8.47x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { ...smallest, within: 2 }), [
    'VERDICT  pool wins: 8.47x faster than local (8.41 to',
    '         8.55), of at most 16x with 16 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { ...smallest, within: 1 }), [
    'P pool   8.47x   efficiency 53 %   Karp-Flatt 0.059',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', { ...smallest, within: 1 }), [
    'LOST   of 16 workers   slower or waiting 7.53',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', smallest), [
    '── READ IT LIKE THIS',
    'Most of the loss is "slower or waiting" (7.53 of 16',
    'workers): 16 workers share 8 cores. Try 8 workers, one',
    'for each core: that wastes less, but may take longer.',
  ]);
});

test('a win of 64 workers in the smallest window', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw, smallest),
    'head 1, chart 3, verdict 2, scores 1, budget 1, advice 4',
  );
  assert.deepEqual(zoneLines(draw, 'head', smallest), [
    'n 50,000   N 320   P 64 on 64 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart', smallest), [
    '── DURATION   round 1, shorter is better',
    'L local   ███████████████████████████    2.88 s   1.00x',
    'P pool    ▓··························    118 ms   24.4x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { ...smallest, within: 2 }), [
    'VERDICT  pool wins: 24.4x faster than local (23.7 to',
    '         25.0), of at most 64x with 64 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { ...smallest, within: 1 }), [
    'P pool   24.4x   efficiency 38 %   Karp-Flatt 0.026',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', { ...smallest, within: 1 }), [
    'LOST   of 64 workers   slower or waiting 39.6',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', smallest), ['── READ IT LIKE THIS', 'Most of the loss is "slower or waiting" (39.6 of 64', 'workers): 64 workers share 32 cores. Try 32 workers,', 'one for each core: that wastes less, but may take', 'longer.']);
});

test('a win of 128 workers in the smallest window: all of the sentence goes before all of a warning', () => {
  const draw = many(128);
  assert.equal(
    zoneRows(draw, smallest),
    'head 1, chart 3, verdict 2, scores 1, advice 4, warnings 1',
  );
  assert.deepEqual(zoneLines(draw, 'head', smallest), [
    'n 50,000   N 256   P 128   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart', smallest), [
    '── DURATION   round 1, shorter is better',
    'L local   ███████████████████████████    2.30 s   1.00x',
    'P pool    ▓··························   84.2 ms   27.3x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { ...smallest, within: 2 }), [
    'VERDICT  pool wins: 27.3x faster than local (26.4 to',
    '         28.1), of at most 128x with 128 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { ...smallest, within: 1 }), [
    'P pool   27.3x   efficiency 21 %   Karp-Flatt 0.029',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', { ...smallest, within: 1 }), [
    'LOST   of 128 workers   slower or waiting 100.7',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { ...smallest, within: 3 }), [
    'Most of the loss is "slower or waiting" (100.7 of 128',
    'workers): 128 workers share 64 cores. Try 64 workers,',
    'one for each core: that wastes less, but may take ...',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', { ...smallest, within: 1 }), [
    '! memory: 15.9 GB at once: 71 % of what is free; if ...',
  ]);
});
