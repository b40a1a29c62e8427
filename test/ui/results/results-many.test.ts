import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { resultsScreen } from '../../helpers/screens/ui-states.ts';

const walls = {
  16: { local: [2880, 2870, 2905, 2890, 2875], pool: [340, 336, 345, 338, 342] },
  64: { local: [2880, 2870, 2905, 2890, 2875], pool: [118, 121, 116, 119, 117] },
  128: { local: [2300, 2290, 2320, 2310, 2295], pool: [84.2, 86.8, 82.5, 85.1, 83.6] },
} as const;

const many = (workers: keyof typeof walls) => resultsScreen({ walls: walls[workers] }, workers);

const smallest = { columns: 60, rows: 16 };
const large = { columns: 120, rows: 40 };

test('a win of 16 workers, and what their time went into', () => {
  const draw = many(16);
  assert.equal(zoneRows(draw), 'head 1, chart 3, verdict 3, scores 2, budget 8, advice 3');
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 320 tasks   P 16 on 16 usable   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    2.88 s     2.87 s .. 2.90 s   1.00x',
    'P pool    ▓▓▓·······················    340 ms     336 ms .. 345 ms   8.47x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), [
    '──',
    'VERDICT  pool wins: 8.47x faster than local (8.41 to 8.55), of at most 16x',
    '         with 16 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 2 }), [
    'P pool   speed-up 8.47x (8.41 to 8.55)   efficiency 53 %   Karp-Flatt 0.059',
    'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +89 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE THE REST WENT   round 1: 16 workers × 340 ms = 5.44 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·················    2.88 s   52.9 %',
    'work inflation     ░░░░░░░░░░░░░░░░░····················    2.56 s   47.1 %',
    'dispatch           ·····································   0.00 ms    0.0 %',
    'idle at the end    ·····································   0.00 ms    0.0 %',
    'between tasks      ·····································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.53 = scaling 0.53 × balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 47.1 % of 5.44 s: 16 workers share 8',
    'cores. Try 8 workers, one a core: that loses less, but may take longer.',
  ]);
});

test('a win of 64 workers', () => {
  const draw = many(64);
  assert.equal(zoneRows(draw), 'head 1, chart 3, verdict 2, scores 3, budget 8, advice 3');
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 320 tasks   P 64 on 64 usable   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    2.88 s     2.87 s .. 2.90 s   1.00x',
    'P pool    ▓·························    118 ms     116 ms .. 121 ms   24.4x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 24.4x faster than local (23.7 to 25.0), of at most 64x',
    '         with 64 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 3 }), [
    'P pool   speed-up 24.4x (23.7 to 25.0)   efficiency 38 %   Karp-Flatt 0.026',
    'cold start local 71.0 ms, pool 88.0 ms',
    'off forecast local 0 %, pool +162 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE THE REST WENT   round 1: 64 workers × 118 ms = 7.55 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······················    2.88 s   38.1 %',
    'work inflation     ░░░░░░░░░░░░░░░░░░░░░░░··············    4.67 s   61.9 %',
    'dispatch           ·····································   0.00 ms    0.0 %',
    'idle at the end    ·····································   0.00 ms    0.0 %',
    'between tasks      ·····································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.38 = scaling 0.38 × balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 61.9 % of 7.55 s: 64 workers share 32',
    'cores. Try 32 workers, one a core: that loses less, but may take longer.',
  ]);
});

test('a win of 128 workers: two parts beside each other leave room for a warning', () => {
  const draw = many(128);
  assert.equal(
    zoneRows(draw),
    'head 1, chart 3, verdict 2, scores 1, budget 8, advice 3, warnings 2',
  );
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 256 tasks   P 128 on 128 usable   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    2.30 s     2.29 s .. 2.32 s   1.00x',
    'P pool    ▓·························   84.2 ms   82.5 ms .. 86.8 ms   27.3x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 27.3x faster than local (26.4 to 28.1), of at most 128x',
    '         with 128 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 1 }), [
    'P pool   speed-up 27.3x (26.4 to 28.1)   efficiency 21 %   Karp-Flatt 0.029',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE THE REST WENT   round 1: 128 workers × 84.2 ms = 10.8 s',
    'useful work        ▓▓▓▓▓▓▓▓·····························    2.30 s   21.3 %',
    'work inflation     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░········    8.48 s   78.7 %',
    'dispatch           ·····································   0.00 ms    0.0 %',
    'idle at the end    ·····································   0.00 ms    0.0 %',
    'between tasks      ·····································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.21 = scaling 0.21 × balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 78.7 % of 10.8 s: 128 workers share',
    '64 cores. Try 64 workers, one a core: that loses less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings'), [
    '! memory: 15.9 GB at once: 71 % of what is free; swapping would show in the',
    '  times',
  ]);
});

test('a win of 16 workers in the smallest window', () => {
  const draw = many(16);
  assert.equal(
    zoneRows(draw, smallest),
    'head 1, chart 3, verdict 2, scores 1, budget 1, advice 4',
  );
  assert.deepEqual(zoneLines(draw, 'head', smallest), [
    'n 50,000   N 320   P 16 on 16 usable   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart', smallest), [
    '── DURATION   median, shorter is better',
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
    'LOST   work inflation 47.1 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', smallest), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 47.1 % of 5.44 s:',
    '16 workers share 8 cores. Try 8 workers, one a core:',
    'that loses less, but may take longer.',
  ]);
});

test('a win of 64 workers in the smallest window', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw, smallest),
    'head 1, chart 3, verdict 2, scores 1, budget 1, advice 4',
  );
  assert.deepEqual(zoneLines(draw, 'head', smallest), [
    'n 50,000   N 320   P 64 on 64 usable   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart', smallest), [
    '── DURATION   median, shorter is better',
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
    'LOST   work inflation 61.9 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', smallest), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 61.9 % of 7.55 s:',
    '64 workers share 32 cores. Try 32 workers, one a core:',
    'that loses less, but may take longer.',
  ]);
});

test('a win of 128 workers in the smallest window: all of the sentence goes before all of a warning', () => {
  const draw = many(128);
  assert.equal(
    zoneRows(draw, smallest),
    'head 1, chart 3, verdict 2, scores 1, budget 1, advice 3, warnings 1',
  );
  assert.deepEqual(zoneLines(draw, 'head', smallest), [
    'n 50,000   N 256   P 128   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart', smallest), [
    '── DURATION   median, shorter is better',
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
    'LOST   work inflation 78.7 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { ...smallest, within: 3 }), [
    'Most of the loss is "work inflation", 78.7 % of 10.8 s:',
    '128 workers share 64 cores. Try 64 workers, one a core:',
    'that loses less, but may take longer.',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', { ...smallest, within: 1 }), [
    '! memory: 15.9 GB at once: 71 % of what is free; ...',
  ]);
});

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

const rising = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

/** The rows of twelve repeats. */
const repeatsAt = (columns: number) => {
  const twelve = { local: rising(1800, 12), pool: rising(900, 12) };
  const draw = resultsScreen({ walls: twelve, plan: { repeats: 12 } });
  const rows = rowsOf(draw, { columns, rows: 40 });
  const first = rows.findIndex((row) => row.includes('REPEATS')) + 1;
  return rows.slice(first, first + 2).map((row) => row.slice(2, -2).trimEnd());
};

test('where not all repeats fit it is said how many there are', () => {
  assert.deepEqual(repeatsAt(80), [
    'L local   1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.81 s  +5 more',
    'P pool    900 ms  901 ms  902 ms  903 ms  904 ms  905 ms  906 ms  +5 more',
  ]);
});

test('what was forecast gives way before a repeat does', () => {
  assert.deepEqual(repeatsAt(140), [
    'L local   forecast 1.80 s   1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s',
    'P pool    forecast 900 ms   900 ms  901 ms  902 ms  903 ms  904 ms  905 ms  906 ms  907 ms  908 ms  909 ms  910 ms  911 ms',
  ]);
  assert.deepEqual(repeatsAt(120), [
    'L local   1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.80 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s  1.81 s',
    'P pool    900 ms  901 ms  902 ms  903 ms  904 ms  905 ms  906 ms  907 ms  908 ms  909 ms  910 ms  911 ms',
  ]);
});

/** The row below the marks of these repeats. */
const footAt = (part: string, walls: Parameters<typeof resultsScreen>[0]['walls']) =>
  rowsOf(resultsScreen({ walls }), { rows: 40 }).find((row) => row.includes(part));

test('on a quiet machine the ends of the spread are told in hundredths', () => {
  assert.equal(
    footAt('+0.', { local: [1800, 1800.4, 1799.8], pool: [900, 900.3, 899.9] }),
    '│           -0.01 %         0                                         +0.03 % │',
  );
});

test('an end of the spread that is next to its zero gives way to it', () => {
  const [steady, high, low] = [
    [900, 901, 899, 900, 900],
    [1800, 1800, 1800, 1800, 2700],
    [1800, 1800, 1800, 1800, 900],
  ];
  assert.equal(
    footAt('+50', { local: high, pool: steady }),
    '│           0                                                         +50.0 % │',
  );
  assert.equal(
    footAt('-50', { local: low, pool: steady }),
    '│           -50.0 %                                                         0 │',
  );
});
