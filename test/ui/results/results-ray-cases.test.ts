import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysText, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { local, pool, ray, onCluster, large, lost } from '../../helpers/screens/ray-results.ts';

const five = onCluster({ local, pool, ray: [9700, 9500, 10_100, 9600, 9900] }, { rayRounds: 5 });

test('with as many rounds as the others Ray is beaten for sure', () => {
  assert.equal(zoneRows(five), 'head 1, chart 5, verdict 3, scores 2, ray 4, budget 1, advice 4');
  assert.deepEqual(zoneLines(five, 'verdict', { within: 3 }), [
    'VERDICT  pool wins: 1.93x faster than local (1.90 to 1.97), of at most 2x',
    '         with 2 workers; ray takes 5.39x as long as local (5.31 to 5.55);',
    '         inside the cluster ray is 7.00x faster than Python on one CPU',
  ]);
  assert.deepEqual(zoneLines(five, 'advice'), [
    '── READ IT LIKE THIS',
    'Little is lost: 1.93 of 2 workers were at work all the time.',
    'ray spent 5.82 s of 9.70 s on start-up (3.40 s warm-up); a task takes 15.1',
    'times as long in Python.',
  ]);
});

test('where no pass on Ray finished its bar says so, the warning says why, and the log is a key away', () => {
  assert.equal(
    zoneRows(lost),
    'head 1, chart 4, verdict 2, scores 3, budget 5, advice 2, warnings 3',
  );
  assert.deepEqual(zoneLines(lost, 'chart'), [
    '── DURATION   round 5 and the range of all, shorter is better',
    'L local   ██████████████████████████    1.79 s       1.79 to 1.82 s   1.00x',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓·············    928 ms        925 to 940 ms   1.93x',
    'R ray     no finished pass',
  ]);
  assert.deepEqual(zoneLines(lost, 'verdict', { within: 2 }), [
    'VERDICT  pool wins: 1.93x faster than local (1.90 to 1.97), of at most 2x',
    '         with 2 workers',
  ]);
  assert.deepEqual(zoneLines(lost, 'budget', { within: 5 }), [
    '── WHERE 2 WORKERS WERE   round 5: local 1.79 s, pool 928 ms',
    'the work           ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·  1.93',
    'slower or waiting  ░···································  0.07  2.0x without',
    'not reported here: slower side by side, waiting for a CPU, blocked',
    'POP 0.97 = scaling 0.97 × balance 1.00 × orchestration 1.00 × local 1.00',
  ]);
  assert.deepEqual(zoneLines(lost, 'warnings'), [
    '! ray, rounds 1, 2, 3 failed: The driver of fibtui-mwt9h1ct-fcc9a311',
    '  failed: ValueError: no such workload. See the end of the driver’s log,',
    '  under details (d).',
  ]);
  assert.equal(
    keysText(lost),
    "enter again  ←/→ another size  d driver's log  g timeline  ? help  q quit",
  );
});

test('Ray alone is compared with Python on one CPU', () => {
  const draw = onCluster({ ray });
  assert.equal(zoneRows(draw), 'head 1, chart 3, verdict 4, scores 2, ray 5, advice 2, rounds 2');
  assert.deepEqual(zoneLines(draw, 'head'), [
    'n 50,000   N 200 tasks   P 8 on ray   list   5 rounds',
  ]);
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 1 and the range of all, shorter is better, ░ overhead',
    'R ray     ▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░    9.70 s       9.50 to 10.1 s',
    '  python x1 (calculated)                27.2 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), [
    '──',
    'VERDICT  no verdict: ray took 9.70 s, and nothing finished beside it to',
    '         compare with; inside the cluster ray is 7.00x faster than Python',
    '         on one CPU',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores'), [
    '── SCORES',
    'R ray   inside the cluster 7.00x, efficiency 88 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'ray', { within: 5 }), [
    '── RAY   where the 9.70 s of round 1 went   Ray 2.60.0, 2 nodes, 8 CPUs',
    ' submit    pending    driver start    warm-up      span      rest',
    '19.4 ms     1.46 s          485 ms     3.40 s    3.88 s    466 ms',
    '2.80x against python x1 = inside 7.00 × span share 0.40 (round 1)',
    'http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice'), [
    '── READ IT LIKE THIS',
    'ray spent 5.82 s of 9.70 s on start-up (3.40 s warm-up).',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds'), ['── ROUNDS', 'R ray     9.70 s  9.50 s  10.1 s']);
});

test('without local there is no language factor', () => {
  const draw = onCluster({ pool, ray });
  assert.equal(zoneRows(draw), 'head 1, chart 4, verdict 4, scores 2, ray 4, advice 2, rounds 3');
  assert.deepEqual(zoneLines(draw, 'chart'), [
    '── DURATION   round 1 and the range of all, shorter is better, ░ overhead',
    'P pool    ▓▓························    930 ms        925 to 940 ms   1.00x',
    'R ray     ▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░    9.70 s       9.50 to 10.1 s  0.096x',
    '  python x1 (calculated)                27.2 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict'), [
    '──',
    'VERDICT  too few rounds for a verdict (3 of at least 5): ray measured',
    '         0.096x against pool; inside the cluster ray is 7.00x faster than',
    '         Python on one CPU',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', { within: 2 }), [
    'R ray   speed-up 0.096x (0.092 to 0.099)   inside 7.00x, efficiency 88 %',
    'cold start pool 88.0 ms   off forecast pool +3 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'ray', { within: 4 }), [
    '── RAY   http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311',
    ' submit    pending    driver start    warm-up      span      rest',
    '19.4 ms     1.46 s          485 ms     3.40 s    3.88 s    466 ms',
    '2.80x against python x1 = inside 7.00 × span share 0.40 (round 1)',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds'), [
    '── ROUNDS',
    'P pool    forecast 900 ms   930 ms  940 ms  925 ms  935 ms  928 ms',
    'R ray                       9.70 s  9.50 s  10.1 s',
  ]);
});

test('two cases on Ray have a zone each', () => {
  const draw = onCluster({ ray, 'ray#2': [9800, 9600, 10_000] });
  assert.equal(
    zoneRows(draw, large),
    'head 1, chart 5, verdict 3, scores 3, ray 18, advice 3, rounds 3',
  );
  assert.deepEqual(zoneLines(draw, 'chart', large), [
    '── DURATION   round 1 and the range of all, shorter is better, ░ overhead',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░·    9.70 s       9.50 to 10.1 s   1.00x',
    '  python x1 (calculated)                                                        27.2 s',
    'R ray#2   ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    9.80 s       9.60 to 10.0 s   0.99x',
    '  python x1 (calculated)                                                        27.4 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'verdict', large), [
    '──',
    'VERDICT  too few rounds for a verdict (3 of at least 5): ray#2 measured 0.99x against ray; inside the cluster ray',
    '         is 7.00x faster than Python on one CPU; inside the cluster ray#2 is 7.00x faster than Python on one CPU',
  ]);
  assert.deepEqual(zoneLines(draw, 'scores', large), [
    '── SCORES',
    'R ray     inside the cluster 7.00x, efficiency 88 %',
    'R ray#2   speed-up 0.99x (0.99 to 1.01)   inside the cluster 7.00x, efficiency 87 %',
  ]);
  assert.deepEqual(zoneLines(draw, 'ray', large), [
    '── RAY   where the 9.70 s of ray in round 1 went   Ray 2.60.0, 2 nodes, 8 CPUs',
    'submit        ░···················································································   19.4 ms    0 %',
    'pending       ░░░░░░░░░░░░░·······································································    1.46 s   15 %',
    'driver start  ·············░░░░···································································    485 ms    5 %',
    'warm-up       ·················░░░░░░░░░░░░░░░░░░░░░░░░░░░░░······································    3.40 s   35 %',
    'span          ··············································▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····    3.88 s   40 %',
    'rest          ················································································░░░░    466 ms    5 %',
    '2.80x against python x1 = inside 7.00 × span share 0.40 (round 1)',
    'http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311',
    '── RAY   where the 9.80 s of ray#2 in round 1 went   Ray 2.60.0, 2 nodes, 8 CPUs',
    'submit        ░···················································································   19.6 ms    0 %',
    'pending       ░░░░░░░░░░░░░·······································································    1.47 s   15 %',
    'driver start  ·············░░░░···································································    490 ms    5 %',
    'warm-up       ·················░░░░░░░░░░░░░░░░░░░░░░░░░░░░░······································    3.43 s   35 %',
    'span          ··············································▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····    3.92 s   40 %',
    'rest          ················································································░░░░    470 ms    5 %',
    '2.80x against python x1 = inside 7.00 × span share 0.40 (round 1)',
    'http://127.0.0.1:8265/#/jobs/fibtui-mwt9h1ct-fcc9a311',
  ]);
  assert.deepEqual(zoneLines(draw, 'advice', large), [
    '── READ IT LIKE THIS',
    'ray spent 5.82 s of 9.70 s on start-up (3.40 s warm-up).',
    'ray#2 spent 5.88 s of 9.80 s on start-up (3.43 s warm-up).',
  ]);
  assert.deepEqual(zoneLines(draw, 'rounds', large), [
    '── ROUNDS',
    'R ray     9.70 s  9.50 s  10.1 s',
    'R ray#2   9.80 s  9.60 s  10.0 s',
  ]);
});
