import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  frameText,
  rowsOf,
  keysText,
  zoneLines,
  zoneRows,
} from '../../helpers/screens/ui-frames.ts';
import { resultsScreen } from '../../helpers/screens/ui-states.ts';
import { win } from '../../helpers/screens/two-results.ts';

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

test('bars share one axis, however long their numbers are', () => {
  const walls = { local: [125_000], pool: [62_500] };
  const rows = rowsOf(resultsScreen({ walls, plan: { repeats: 1 } }));
  assert.deepEqual(rows.slice(3, 5), [
    '│ L local   ██████████████████████  2 min 5 s  2 min 5 s .. 2 min 5 s   1.00x │',
    '│ P pool    ▓▓▓▓▓▓▓▓▓▓▓···········     62.5 s        62.5 s .. 62.5 s   2.00x │',
  ]);
});
