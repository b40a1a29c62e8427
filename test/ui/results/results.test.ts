import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import { finished, spansOf } from '../../helpers/profiles/profiles.ts';
import {
  frameText,
  keysText,
  rowsOf,
  zoneLines,
  zoneRows,
} from '../../helpers/screens/ui-frames.ts';
import { resultsScreen } from '../../helpers/screens/ui-states.ts';

const local = [1800, 1790, 1820, 1805, 1795] as const;
const win = { walls: { local, pool: [930, 940, 925, 935, 928] } };

test('a win: bars on one axis, verdict, scores, where the rest went, and how to read it', () => {
  assert.equal(
    frameText(resultsScreen(win)),
    `
╭─ fibtui ──────────────────────────────────────────── setup · run · RESULTS ─╮
│ n 50,000   N 200 tasks   P 2 on 2 usable   list   5 repeats                 │
├─ DURATION   median and its 93.8 % interval, shorter is better ──────────────┤
│ L local   ██████████████████████████    1.80 s     1.79 s .. 1.82 s   1.00x │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓·············    930 ms     925 ms .. 940 ms   1.94x │
├─────────────────────────────────────────────────────────────────────────────┤
│ VERDICT  pool wins: 1.94x faster than local (1.90 to 1.97), of at most 2x   │
│          with 2 workers                                                     │
│ P pool   speed-up 1.94x (1.90 to 1.97)   efficiency 97 %   Karp-Flatt 0.033 │
│ cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +3 %  │
├─ WHERE THE REST WENT   round 1: 2 workers × 930 ms = 1.86 s ────────────────┤
│ useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·    1.80 s   96.8 % │
│ work inflation     ░····································   60.0 ms    3.2 % │
│ dispatch           ·····································   0.00 ms    0.0 % │
│ between tasks      ·····································   0.00 ms    0.0 % │
│ idle at the end    ·····································   0.00 ms    0.0 % │
│ of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a   │
│ POP 0.97 = scaling 0.97 × balance 1.00 × orchestration 1.00   residual 0 %  │
├─ READ IT LIKE THIS ─────────────────────────────────────────────────────────┤
│ Little is lost: 96.8 % of 1.86 s are useful, and "work inflation" is the    │
│ largest part of the rest, 3.2 %.                                            │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter again  ←/→ another size  g timeline  ? help  q quit
`,
  );
});

test('the smallest window keeps the bars, the verdict, the scores, the losses in a row and the sentence', () => {
  const window = { columns: 60, rows: 16 };
  assert.equal(
    frameText(resultsScreen(win), window),
    `
╭─ fibtui ──────────────────────── setup · run · RESULTS ─╮
│ n 50,000   N 200   P 2 on 2 usable   list   5 repeats   │
├─ DURATION   median, shorter is better ──────────────────┤
│ L local   ███████████████████████████    1.80 s   1.00x │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓·············    930 ms   1.94x │
├─────────────────────────────────────────────────────────┤
│ VERDICT  pool wins: 1.94x faster than local (1.90 to    │
│          1.97), of at most 2x with 2 workers            │
│ P pool   1.94x   efficiency 97 %   Karp-Flatt 0.033     │
│ LOST   work inflation 3.2 %                             │
├─ READ IT LIKE THIS ─────────────────────────────────────┤
│ Little is lost: 96.8 % of 1.86 s are useful, and "work  │
│ inflation" is the largest part of the rest, 3.2 %.      │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ another size  g timeline  ? help  q quit
`,
  );
});

test('a large window gives its columns to the bars, and has every repeat and the spread', () => {
  const window = { columns: 120, rows: 40 };
  assert.equal(
    frameText(resultsScreen(win), window),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · run · RESULTS ─╮
│ n 50,000   N 200 tasks   P 2 on 2 usable   list   5 repeats                                                         │
├─ DURATION   median and its 93.8 % interval, shorter is better ──────────────────────────────────────────────────────┤
│ L local   ██████████████████████████████████████████████████████████████████    1.80 s     1.79 s .. 1.82 s   1.00x │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓································    930 ms     925 ms .. 940 ms   1.94x │
├─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ VERDICT  pool wins: 1.94x faster than local (1.90 to 1.97), of at most 2x with 2 workers                            │
├─ SCORES ────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ P pool   speed-up 1.94x (1.90 to 1.97)   efficiency 97 %   Karp-Flatt 0.033                                         │
│ cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +3 %                                          │
├─ WHERE THE REST WENT   round 1: 2 workers × 930 ms = 1.86 s ────────────────────────────────────────────────────────┤
│ useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··    1.80 s   96.8 % │
│ work inflation     ░░···········································································   60.0 ms    3.2 % │
│ dispatch           ·············································································   0.00 ms    0.0 % │
│ between tasks      ·············································································   0.00 ms    0.0 % │
│ idle at the end    ·············································································   0.00 ms    0.0 % │
│ of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a                                           │
│ POP 0.97 = computation scaling 0.97 × load balance 1.00 × orchestration 1.00   residual 0 %                         │
├─ READ IT LIKE THIS ─────────────────────────────────────────────────────────────────────────────────────────────────┤
│ Little is lost: 96.8 % of 1.86 s are useful, and "work inflation" is the largest part of the rest, 3.2 %.           │
├─ REPEATS ───────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s                                                  │
│ P pool    forecast 900 ms   930 ms  940 ms  925 ms  935 ms  928 ms                                                  │
├─ SPREAD   every repeat against its engine's median ─────────────────────────────────────────────────────────────────┤
│ L local   ●················●·················●················●···················································● │
│ P pool    ·●···················●·············●································●·································●·· │
│           -0.6 %                             0                                                               +1.1 % │
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
 enter again  ←/→ another size  g timeline  ? help  q quit
`,
  );
});

test('ASCII alone', () => {
  const draw = resultsScreen(win);
  assert.equal(
    zoneRows(draw, { ascii: true }),
    'head 1, chart 3, verdict 3, scores 2, budget 8, advice 3',
  );
  assert.deepEqual(zoneLines(draw, 'chart', { ascii: true }), [
    '-- DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ##########################    1.80 s     1.79 s .. 1.82 s   1.00x',
    'P pool    =============.............    930 ms     925 ms .. 940 ms   1.94x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { ascii: true }), [
    '--',
    'VERDICT  pool wins: 1.94x faster than local (1.90 to 1.97), of at most 2x',
    '         with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', { ascii: true }), [
    '-- WHERE THE REST WENT   round 1: 2 workers x 930 ms = 1.86 s',
    'useful work        ====================================.    1.80 s   96.8 %',
    'work inflation     :....................................   60.0 ms    3.2 %',
    'dispatch           .....................................   0.00 ms    0.0 %',
    'between tasks      .....................................   0.00 ms    0.0 %',
    'idle at the end    .....................................   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.97 = scaling 0.97 x balance 1.00 x orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { ascii: true }), [
    '-- READ IT LIKE THIS',
    'Little is lost: 96.8 % of 1.86 s are useful, and "work inflation" is the',
    'largest part of the rest, 3.2 %.',
  ]);
  assert.equal(
    keysText(draw, { ascii: true }),
    'enter again  left/right another size  g timeline  ? help  q quit',
  );
});

test('a tie, with an outlier that is marked and told', () => {
  const walls = { local, pool: [1800, 1830, 1790, 1805, 1795] };
  const draw = resultsScreen({ walls });
  assert.equal(
    zoneRows(draw, { rows: 32 }),
    'head 1, chart 3, verdict 3, scores 4, budget 8, advice 4, repeats 3, warnings 1',
  );
  assert.deepEqual(zoneLines(draw, 'chart', { rows: 32 }), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    1.80 s     1.79 s .. 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓    1.80 s     1.79 s .. 1.83 s   1.00x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { rows: 32 }), [
    '──',
    'VERDICT  tie: pool is 1.00x as fast as local (0.98 to 1.02), no clear',
    '         difference; of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { rows: 32 }), [
    '── SCORES',
    'P pool   speed-up 1.00x (0.98 to 1.02)   efficiency 50 %   Karp-Flatt 1.000',
    'cold start local 71.0 ms, pool 88.0 ms',
    'off forecast local 0 %, pool +100 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', { rows: 32 }), [
    '── WHERE THE REST WENT   round 1: 2 workers × 1.80 s = 3.60 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··················    1.80 s   50.0 %',
    'work inflation     ░░░░░░░░░░░░░░░░░░░··················    1.80 s   50.0 %',
    'dispatch           ·····································   0.00 ms    0.0 %',
    'idle at the end    ·····································   0.00 ms    0.0 %',
    'between tasks      ·····································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.50 = scaling 0.50 × balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { rows: 32 }), [
    '── READ IT LIKE THIS',
    'Most of the loss is "work inflation", 50.0 % of 3.60 s: every task writes',
    '112 MB, and 2 workers share one memory. Whether it is that shows with pair,',
    'which computes the same terms in hardly any memory.',
  ]);
  assert.deepEqual(zoneLines(draw, 'repeats', { rows: 32 }), [
    '── REPEATS',
    'L local   forecast 1.80 s   1.80 s   1.79 s   1.82 s   1.80 s   1.79 s',
    'P pool    forecast 900 ms   1.80 s   1.83 s!  1.79 s   1.80 s   1.79 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', { rows: 32 }), [
    '! pool: round 2 (1.83 s) lies far off the median of 1.80 s; it is kept',
  ]);
  assert.equal(
    keysText(draw, { rows: 32 }),
    'enter again  ←/→ another size  m with pair  g timeline  ? help  q quit',
  );
});

test('too few repeats for a verdict: medians without an interval that claims anything', () => {
  const walls = { local: [1800, 1790], pool: [930, 940] };
  const draw = resultsScreen({ walls, plan: { repeats: 2 } });
  assert.equal(zoneRows(draw), 'head 1, chart 3, verdict 3, scores 2, budget 8, advice 3');
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 200 tasks   P 2 on 2 usable   list   2 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median, shorter is better',
    'L local   ██████████████████████████    1.79 s     1.79 s .. 1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓············    935 ms     930 ms .. 940 ms   1.92x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), [
    '──',
    'VERDICT  too few repeats for a verdict (2 of at least 5): pool measured',
    '         1.92x against local, of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 2 }), [
    'P pool   speed-up 1.92x (1.90 to 1.94)   efficiency 96 %   Karp-Flatt 0.042',
    'cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +4 %',
  ]);
});

test('failed passes are told with what happened and what to do', () => {
  const walls = { local, pool: [930, 'failed', 925, 'failed', 928] } as const;
  const draw = resultsScreen({ walls });
  assert.equal(
    zoneRows(draw),
    'head 1, chart 3, verdict 2, scores 1, budget 8, advice 3, warnings 2',
  );
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    1.80 s     1.79 s .. 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓·············    928 ms     925 ms .. 930 ms   1.94x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  too few repeats for a verdict (3 of at least 5): pool measured',
    '         1.94x against local, of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 1 }), [
    'P pool   speed-up 1.94x (1.93 to 1.97)   efficiency 97 %   Karp-Flatt 0.031',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE THE REST WENT   round 5: 2 workers × 928 ms = 1.86 s',
    'useful work        ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·    1.79 s   96.7 %',
    'work inflation     ░····································   61.0 ms    3.3 %',
    'idle at the end    ·····································   0.00 ms    0.0 %',
    'dispatch           ·····································   0.00 ms    0.0 %',
    'between tasks      ·····································   0.00 ms    0.0 %',
    'of the inflation: slower on a CPU n/a, waiting for a CPU n/a, blocked n/a',
    'POP 0.97 = scaling 0.97 × balance 1.00 × orchestration 1.00   residual 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'Little is lost: 96.7 % of 1.86 s are useful, and "work inflation" is the',
    'largest part of the rest, 3.3 %.',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings'), [
    '! pool, rounds 2, 4 failed: pool: worker 2 died. Run it again with fewer',
    '  workers.',
  ]);
});

test('a case of which nothing finished has no bar, no score and no verdict', () => {
  const failed = ['failed', 'failed', 'failed', 'failed', 'failed'] as const;
  const coldStart = { local: 71 };
  const draw = resultsScreen({ walls: { local, pool: failed }, coldStart });
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    1.80 s     1.79 s .. 1.82 s',
    'P pool    no finished pass',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), [
    '──',
    'VERDICT  no verdict: local took 1.80 s, and nothing finished beside it to',
    '         compare with',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores'), [
    '── SCORES',
    'cold start local 71.0 ms   off forecast local 0 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'repeats'), [
    '── REPEATS',
    'L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s',
    'P pool    forecast 900 ms   failed  failed  failed  failed  failed',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread'), [
    "── SPREAD   every repeat against its engine's median",
    'L local   ●··········●·········●··········●·······························●',
    'P pool    ·····················│···········································',
    '          -0.6 %               0                                     +1.1 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings'), [
    '! pool, rounds 1, 2, 3, 4, 5 failed: pool: worker 2 died. Run it again with',
    '  fewer workers.',
  ]);
});

test('an interrupted profile shows what had finished', () => {
  const walls = { local: [1800, 1790, 1820], pool: [930, 940, 'cancelled'] } as const;
  const draw = resultsScreen({ walls, interrupted: true });
  assert.equal(
    zoneRows(draw),
    'head 1, chart 3, verdict 2, scores 2, budget 8, advice 3, warnings 1',
  );
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median, shorter is better',
    'L local   ██████████████████████████    1.80 s     1.79 s .. 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓············    935 ms     930 ms .. 940 ms   1.92x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  too few repeats for a verdict (2 of at least 5): pool measured',
    '         1.92x against local, of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings'), [
    '! interrupted: only what had finished is counted',
  ]);
});

test('a profile interrupted before anything finished shows no bar and no empty zone', () => {
  const walls = { local: ['cancelled'], pool: [] } as const;
  const draw = resultsScreen({ walls, interrupted: true, coldStart: {} });
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median, shorter is better',
    'L local   no finished pass',
    'P pool    no finished pass',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), ['──', 'VERDICT  no verdict: no pass finished']);
  assert.deepEqual(zoneLines(draw, 'repeats'), [
    '── REPEATS',
    'L local   forecast 1.80 s   cancelled',
    'P pool    forecast 900 ms',
  ]);
});

test('in the smallest window the sentence and what failed go before the losses', () => {
  const walls = { local, pool: [930, 'failed', 925, 'failed', 928] } as const;
  const window = { columns: 60, rows: 16 };
  const draw = resultsScreen({ walls });
  assert.equal(
    zoneRows(draw, window),
    'head 1, chart 3, verdict 3, scores 1, advice 2, warnings 2',
  );
  assert.deepEqual(zoneLines(draw, 'chart', window), [
    '── DURATION   median, shorter is better',
    'L local   ███████████████████████████    1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓·············    928 ms   1.94x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { ...window, within: 3 }), [
    'VERDICT  too few repeats for a verdict (3 of at least',
    '         5): pool measured 1.94x against local, of at',
    '         most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { ...window, within: 1 }), [
    'P pool   1.94x   efficiency 97 %   Karp-Flatt 0.031',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { ...window, within: 2 }), [
    'Little is lost: 96.7 % of 1.86 s are useful, and "work',
    'inflation" is the largest part of the rest, 3.3 %.',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', window), [
    '! pool, rounds 2, 4 failed: pool: worker 2 died. Run it',
    '  again with fewer workers.',
  ]);
});

test('one engine alone has its time and nothing to compare with', () => {
  const draw = resultsScreen({ walls: { local } });
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 200 tasks   P 1 on 2 usable   list   5 repeats',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   median and its 93.8 % interval, shorter is better',
    'L local   ██████████████████████████    1.80 s     1.79 s .. 1.82 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'repeats'), [
    '── REPEATS',
    'L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread'), [
    "── SPREAD   every repeat against its engine's median",
    'L local   ●··········●·········●··········●·······························●',
    '          -0.6 %               0                                     +1.1 %',
  ]);
});

test('bars share one axis, however long their numbers are', () => {
  const walls = { local: [125_000], pool: [62_500] };
  const rows = rowsOf(resultsScreen({ walls, plan: { repeats: 1 } }));
  assert.deepEqual(rows.slice(3, 5), [
    '│ L local   ██████████████████████  2 min 5 s  2 min 5 s .. 2 min 5 s   1.00x │',
    '│ P pool    ▓▓▓▓▓▓▓▓▓▓▓···········     62.5 s        62.5 s .. 62.5 s   2.00x │',
  ]);
});

/** On 2 CPUs: other programs took a fifth, and the clock fell during the pool. */
const disturbed = {
  during: 1000,
  own: 1500,
  others: 400,
  stolen: 4,
  clock: { mean: 3710, highest: 3800 },
  temperature: 71,
};

test('how far the numbers can be trusted stands below them in a row, the worst first', () => {
  const draw = resultsScreen({ ...win, conditions: disturbed });
  assert.match(zoneRows(draw), /, trust 1$/);
  assert.deepEqual(zoneLines(draw, 'trust', { within: 1 }), [
    'TRUST  warn  other load 20 %   note  clock fell 2 %   ok  4 of 7',
  ]);
});

test('a large window has a row for everything that is to be said of it', () => {
  const window = { columns: 120, rows: 40 };
  const draw = resultsScreen({ ...win, conditions: disturbed });
  assert.match(zoneRows(draw, window), /, trust 8$/);
  assert.deepEqual(zoneLines(draw, 'trust', window), [
    '── TRUST',
    '  warn     other load 20 %: of the usable CPUs in a typical pass of local; end what else runs',
    '  note     clock fell 2 %: from 3.80 GHz in local to 3.71 GHz in pool',
    '  ok       steal 0.2 %',
    '  ok       no throttling',
    '  ok       temperature 71 °C',
    '  ok       spread ±1.1 %',
    '  unknown  governor: the system does not tell',
  ]);
});

test('the smallest window keeps a row of it', () => {
  const window = { columns: 60, rows: 16 };
  const draw = resultsScreen({ ...win, conditions: disturbed });
  assert.match(zoneRows(draw, window), /, trust 1$/);
  assert.deepEqual(zoneLines(draw, 'trust', { ...window, within: 1 }), [
    'TRUST  warn  other load 20 %   note  clock fell 2 %',
  ]);
});

test('what garbage collection took stands below the scores, with bigint alone', () => {
  const collecting = (planned: Case, share: number): PassOutcome => ({
    ...finished(planned, 100),
    status: 'finished',
    wall: 100,
    spans: spansOf(planned, 100).map((span) => ({
      ...span,
      collecting: share * (span.end - span.start),
    })),
  });
  const draw = resultsScreen({
    walls: {
      local: [(planned) => collecting(planned, 0.584)],
      pool: [(planned) => collecting(planned, 0.71)],
    },
    plan: { workload: 'bigint', size: 1000, tasks: 4 },
  });
  assert.deepEqual(zoneLines(draw, 'collecting'), [
    "garbage collection, of the tasks' time   local 58 %   pool 71 %",
  ]);
  assert.equal(zoneRows(draw, { rows: 40 }).includes('collecting 1'), true);
  assert.deepEqual(zoneLines(resultsScreen(win), 'collecting'), []);
});
