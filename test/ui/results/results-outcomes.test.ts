import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysText, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { resultsScreen } from '../../helpers/screens/ui-states.ts';
import { local } from '../../helpers/screens/two-results.ts';

test('a tie, with an outlier that is marked and told', () => {
  const walls = { local, pool: [1800, 1830, 1790, 1805, 1795] };
  const draw = resultsScreen({ walls });
  assert.equal(
    zoneRows(draw, { rows: 32 }),
    'head 1, chart 3, verdict 3, scores 4, budget 5, advice 4, rounds 3, spread 4, warnings 1',
  );
  assert.deepEqual(zoneLines(draw, 'chart', { rows: 32 }), [
    '── DURATION   round 4 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.80 s       1.79 to 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓    1.80 s       1.79 to 1.83 s   1.00x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { rows: 32 }), [
    '──',
    'VERDICT  pool is as fast as local, within 5 % (0.98 to 1.02); of at most 2x',
    '         with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { rows: 32 }), [
    '── SCORES',
    'P pool   speed-up 1.00x (0.98 to 1.02)   efficiency 50 %   Karp-Flatt 1.000',
    'cold start local 71.0 ms, pool 88.0 ms',
    'off forecast local 0 %, pool +101 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget', { rows: 32 }), [
    '── WHERE 2 WORKERS WERE   round 4: local 1.80 s, pool 1.80 s',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··················  1.00',
    'slower or waiting  ░░░░░░░░░░░░░░░░░░··················  1.00  2.0x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    'POP 0.50 = scaling 0.50 × balance 1.00 × orchestration 1.00 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { rows: 32 }), [
    'Little is lost: 1.94 of 2 workers were at work all the',
    'Most of the loss is "slower or waiting" (1.00 of 2 workers): every task',
    'writes 112 MB, and all 2 workers share one memory. To check, press m: the',
    'same run with pair, which uses almost no memory.',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds', { rows: 32 }), [
    '── ROUNDS',
    'L local   forecast 1.80 s   1.80 s   1.79 s   1.82 s   1.80 s   1.79 s',
    'P pool    forecast 900 ms   1.80 s   1.83 s!  1.79 s   1.80 s   1.79 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', { rows: 32 }), [
    '! pool: round 2 (1.83 s), far from the median of 1.80 s; included',
  ]);
  assert.equal(
    keysText(draw, { rows: 32 }),
    'enter again  ←/→ another size  m with pair  g timeline  ? help  q quit',
  );
});

test('too few rounds for a verdict: medians without an interval that claims anything', () => {
  const walls = { local: [1800, 1790], pool: [930, 940] };
  const draw = resultsScreen({ walls, plan: { rounds: 2 } });
  assert.equal(
    zoneRows(draw),
    'head 1, chart 3, verdict 3, scores 3, budget 5, advice 2, rounds 3',
  );
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 200 tasks   P 2 on 2 usable   list   2 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 2 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.79 s       1.79 to 1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓············    940 ms        930 to 940 ms   1.90x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), [
    '──',
    'VERDICT  too few rounds for a verdict (2 of at least 5): pool measured',
    '         1.90x against local, of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 2 }), [
    'P pool   speed-up 1.90x (1.90 to 1.94)   efficiency 95 %   Karp-Flatt 0.050',
    'cold start local 71.0 ms, pool 88.0 ms   off forecast local -1 %, pool +4 %',
  ]);
});

test('failed passes are told with what happened and what to do', () => {
  const walls = { local, pool: [930, 'failed', 925, 'failed', 928] } as const;
  const draw = resultsScreen({ walls });
  assert.equal(
    zoneRows(draw),
    'head 1, chart 3, verdict 2, scores 2, budget 5, advice 2, rounds 3, warnings 2',
  );
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.80 s       1.79 to 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓·············    930 ms        925 to 930 ms   1.94x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  too few rounds for a verdict (3 of at least 5): pool measured',
    '         1.94x against local, of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 1 }), [
    'P pool   speed-up 1.94x (1.93 to 1.97)   efficiency 97 %   Karp-Flatt 0.033',
  ]);
  assert.deepEqual(zoneLines(draw, 'budget'), [
    '── WHERE 2 WORKERS WERE   round 1: local 1.80 s, pool 930 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·  1.94',
    'slower or waiting  ░···································  0.06  2.0x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    'POP 0.97 = scaling 0.97 × balance 1.00 × orchestration 1.00 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    'Little is lost: 1.94 of 2 workers were at work all the',
    'time.',
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
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.80 s       1.79 to 1.82 s',
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
  assert.deepEqual(zoneLines(draw, 'rounds'), [
    '── ROUNDS',
    'L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s',
    'P pool    forecast 900 ms   failed  failed  failed  failed  failed',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread'), [
    "── SPREAD   every round against its engine's median",
    'L local   ●······●·····●······●··················●  1.80 s (1.79 to 1.82 s)',
    'P pool    ·············│··························',
    '          -0.6 %       0                    +1.1 %',
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
    'head 1, chart 3, verdict 3, scores 2, budget 5, advice 2, rounds 3, warnings 1',
  );
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 2 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.79 s       1.79 to 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓············    940 ms        930 to 940 ms   1.90x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { within: 2 }), [
    'VERDICT  too few rounds for a verdict (2 of at least 5): pool measured',
    '         1.90x against local, of at most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings'), [
    '! interrupted: only what had finished is counted',
  ]);
});

test('a profile interrupted before anything finished shows no bar and no empty zone', () => {
  const walls = { local: ['cancelled'], pool: [] } as const;
  const draw = resultsScreen({ walls, interrupted: true, coldStart: {} });
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   shorter is better',
    'L local   no finished pass',
    'P pool    no finished pass',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), ['──', 'VERDICT  no verdict: no pass finished']);
  assert.deepEqual(zoneLines(draw, 'rounds'), [
    '── ROUNDS',
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
    '── DURATION   round 1, shorter is better',
    'L local   ███████████████████████████    1.80 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓·············    930 ms   1.94x',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', { ...window, within: 3 }), [
    'VERDICT  too few rounds for a verdict (3 of at least',
    '         5): pool measured 1.94x against local, of at',
    '         most 2x with 2 workers',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { ...window, within: 1 }), [
    'P pool   1.94x   efficiency 97 %   Karp-Flatt 0.033',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', { ...window, within: 2 }), [
    'Little is lost: 1.94 of 2 workers were at work all the',
    'time.',
  ]);
  assert.deepEqual(zoneLines(draw, 'warnings', window), [
    '! pool, rounds 2, 4 failed: pool: worker 2 died. Run it',
    '  again with fewer workers.',
  ]);
});

test('one engine alone has its time and nothing to compare with', () => {
  const draw = resultsScreen({ walls: { local } });
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 200 tasks   P 1 on 2 usable   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 1 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.80 s       1.79 to 1.82 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds'), [
    '── ROUNDS',
    'L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'spread'), [
    "── SPREAD   every round against its engine's median",
    'L local   ●······●·····●······●··················●  1.80 s (1.79 to 1.82 s)',
    '          -0.6 %       0                    +1.1 %',
  ]);
});
