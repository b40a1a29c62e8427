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
│ n 50,000   N 200 tasks   P 2 on 2 usable   list   5 rounds                  │
├─ DURATION   round 5 and the range of all, shorter is better ────────────────┤
│ L local   ██████████████████████████    1.79 s       1.79 to 1.82 s   1.00x │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓·············    928 ms        925 to 940 ms   1.93x │
├─────────────────────────────────────────────────────────────────────────────┤
│ VERDICT  pool wins: 1.93x faster than local (1.90 to 1.97), of at most 2x   │
│          with 2 workers                                                     │
│ P pool   speed-up 1.93x (1.90 to 1.97)   efficiency 97 %   Karp-Flatt 0.034 │
│ cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +3 %  │
│ pool: starting the workers pays off after 4 tasks                           │
├─ WHERE 2 WORKERS WERE   round 5: local 1.79 s, pool 928 ms ─────────────────┤
│ the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·  1.93               │
│ slower or waiting  ░···································  0.07  2.0x without │
│ not reported here: slower side by side, waiting for a CPU, blocked          │
│ POP 0.97 = scaling 0.97 × balance 1.00 × orchestration 1.00 × local 1.00    │
├─ READ IT LIKE THIS ─────────────────────────────────────────────────────────┤
│ Little is lost: 1.93 of 2 workers were at work all the time.                │
├─ ROUNDS ────────────────────────────────────────────────────────────────────┤
│ L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s          │
│ P pool    forecast 900 ms   930 ms  940 ms  925 ms  935 ms  928 ms          │
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
│ n 50,000   N 200   P 2 on 2 usable   list   5 rounds    │
├─ DURATION   round 5, shorter is better ─────────────────┤
│ L local   ███████████████████████████    1.79 s   1.00x │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓·············    928 ms   1.93x │
├─────────────────────────────────────────────────────────┤
│ VERDICT  pool wins: 1.93x faster than local (1.90 to    │
│          1.97), of at most 2x with 2 workers            │
│ P pool   1.93x   efficiency 97 %   Karp-Flatt 0.034     │
│ LOST   of 2 workers   slower or waiting 0.07            │
├─ READ IT LIKE THIS ─────────────────────────────────────┤
│ Little is lost: 1.93 of 2 workers were at work all the  │
│ time.                                                   │
╰─────────────────────────────────────────────────────────╯
 enter again  ←/→ another size  g timeline  ? help  q quit
`,
  );
});

test('a large window gives its columns to the bars, and has every round and the spread', () => {
  const window = { columns: 120, rows: 40 };
  assert.equal(
    frameText(resultsScreen(win), window),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── setup · run · RESULTS ─╮
│ n 50,000   N 200 tasks   P 2 on 2 usable   list   5 rounds                                                          │
├─ DURATION   round 5 and the range of all, shorter is better ────────────────────────────────────────────────────────┤
│ L local   ██████████████████████████████████████████████████████████████████    1.79 s       1.79 to 1.82 s   1.00x │
│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓································    928 ms        925 to 940 ms   1.93x │
├─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ VERDICT  pool wins: 1.93x faster than local (1.90 to 1.97), of at most 2x with 2 workers                            │
├─ SCORES ────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ P pool   speed-up 1.93x (1.90 to 1.97)   efficiency 97 %   Karp-Flatt 0.034                                         │
│ cold start local 71.0 ms, pool 88.0 ms   off forecast local 0 %, pool +3 %                                          │
│ pool: starting the workers pays off after 4 tasks                                                                   │
├─ WHERE 2 WORKERS WERE   round 5: local 1.79 s, pool 928 ms ─────────────────────────────────────────────────────────┤
│ the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··  1.93               │
│ slower or waiting  ░░··········································································  0.07  2.0x without │
│ not reported here: slower side by side, waiting for a CPU, blocked                                                  │
│ POP 0.97 = computation scaling 0.97 × load balance 1.00 × orchestration 1.00 × local's own overhead 1.00            │
├─ READ IT LIKE THIS ─────────────────────────────────────────────────────────────────────────────────────────────────┤
│ Little is lost: 1.93 of 2 workers were at work all the time.                                                        │
├─ ROUNDS ────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s                                                  │
│ P pool    forecast 900 ms   930 ms  940 ms  925 ms  935 ms  928 ms                                                  │
├─ SPREAD   every round against its engine's median ──────────────────────────────────────────────────────────────────┤
│ L local   ●············●············●·············●······································●  1.80 s (1.79 to 1.82 s) │
│ P pool    ·●··············●·········●·························●························●··   930 ms (925 to 940 ms) │
│           -0.6 %                    0                                               +1.1 %                          │
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
    'head 1, chart 3, verdict 3, scores 3, budget 5, advice 2, rounds 3',
  );
  assert.deepEqual(zoneLines(draw, 'chart', { ascii: true }), [
    '-- DURATION   round 5 and the range of all, shorter is better',
    'L local   ##########################    1.79 s       1.79 to 1.82 s   1.00x',
    'P pool    =============.............    928 ms        925 to 940 ms   1.93x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { ascii: true }), [
    '--',
    'VERDICT  pool wins: 1.93x faster than local (1.90 to 1.97), of at most 2x',
    '         with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', { ascii: true }), [
    '-- WHERE 2 WORKERS WERE   round 5: local 1.79 s, pool 928 ms',
    'the work           ===================================.  1.93',
    'slower or waiting  :...................................  0.07  2.0x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    'POP 0.97 = scaling 0.97 x balance 1.00 x orchestration 1.00 x local 1.00',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { ascii: true }), [
    '-- READ IT LIKE THIS',
    'Little is lost: 1.93 of 2 workers were at work all the time.',
  ]);
  assert.equal(
    keysText(draw, { ascii: true }),
    'enter again  left/right another size  g timeline  ? help  q quit',
  );
});

test('bars share one axis, however long their numbers are', () => {
  const walls = { local: [125_000], pool: [62_500] };
  const rows = rowsOf(resultsScreen({ walls, plan: { rounds: 1 } }));
  assert.deepEqual(rows.slice(3, 5), [
    '│ L local   █████████████████████████  2 min 5 s            2 min 5 s         │',
    '│ P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓············     62.5 s               62.5 s         │',
  ]);
});
