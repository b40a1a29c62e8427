import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysText, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { steps, upTo, busy, ray, smallest } from '../../helpers/screens/ray-runs.ts';

test('before the job is handed in a pass on Ray gets ready', () => {
  const draw = ray({});
  assert.deepEqual(zoneLines(draw, 'info'), [
    'RUN 1/5   elapsed  3.0 s   ETA > 10.9 s   n 50,000   N 200   P 2   list',
  ]);
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ████████████████████████████████████████████    1.80 s',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····················    930 ms',
    'R ray     ············································  running  0.0 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '⠦ getting ready 0.0 s',
    '',
    '',
  ]);
  assert.deepEqual(zoneLines(draw, 'workerTime'), [
    '── WHERE WORKER TIME GOES NOW',
    '  n/a: Ray does not tell',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar'), [
    '── SO FAR',
    'L local   1.80 s                                 round 1:   1.80 s',
    'P pool    930 ms                                 round 1:   930 ms',
    'R ray',
  ]);
});

test('a job is submitted', () => {
  const draw = ray(upTo(1));
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ████████████████████████████████████████████    1.80 s',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····················    930 ms',
    'R ray     ▒···········································  submitting  0.1 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '⠦ submitting 0.1 s',
    '',
    '',
  ]);
});

test('a job is pending', () => {
  const draw = ray(upTo(2));
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ████████████████████████████████████████████    1.80 s',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····················    930 ms',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒············     pending  1.3 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  submitting 0.1 s ⠙ pending 1.2 s',
    '',
    '',
  ]);
});

test('its driver starts', () => {
  const draw = ray(upTo(3));
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ██████████████████████████████████··········    1.80 s',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓··························    930 ms',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···········    starting  1.7 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  submitting 0.1 s   pending 1.2 s ⠹ starting the driver 0.4 s',
    '',
    '',
  ]);
});

test('the cluster warms up, and the note of what it waits for stands below', () => {
  const draw = ray({ ...upTo(4), note: busy });
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ███████████████████████████████·············    1.80 s',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓····························    930 ms',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···········  warming up  1.9 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '⠸ warming up 0.2 s',
    '  ! no CPU of the cluster is free: the tasks wait for one',
  ]);
});

test('while nothing has started, a job that runs waits for a free CPU', () => {
  assert.deepEqual(zoneLines(ray({ ...upTo(5), note: busy }), 'workers'), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '  warming up 0.2 s ⠼ waiting for a free CPU 2.6 s',
    '  ! no CPU of the cluster is free: the tasks wait for one',
  ]);
});

test('a job that is stopped before it has workers', () => {
  const draw = ray(
    { phases: [...steps.slice(0, 3), ['stopping', 400]] },
    { cancelling: 'stopping' },
  );
  assert.deepEqual(zoneLines(draw, 'headline'), [
    'L local   ████████████████████████████················    1.80 s',
    'P pool    ▓▓▓▓▓▓▓▓▓▓▓▓▓▓······························    930 ms',
    'R ray     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···········    stopping  2.1 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '⠼ stopping the job on the cluster 0.4 s',
    '',
  ]);
  assert.equal(keysText(draw), 'stopping the job on the cluster');
});

test('where there are rows for all phases, those to come stand there too', () => {
  const draw = ray({ ...upTo(4), nodes: [4, 4], note: busy });
  assert.equal(
    zoneRows(draw),
    'info 1, headline 3, workers 9, cpus 1, workerTime 1, soFar 4, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   at http://10.0.0.1:8265   2 nodes, 8 CPUs',
    '   0.1 s  submitting',
    '   1.2 s  pending',
    '   0.4 s  starting the driver',
    '⠸  0.2 s  warming up',
    '          running',
    '  ! no CPU of the cluster is free: the tasks wait for one',
    '',
    '',
  ]);
  assert.deepEqual(zoneLines(draw, 'workerTime', { within: 1 }), ['  n/a: Ray does not tell']);
});

test('where one row is there, the latest phases stand in it', () => {
  const draw = ray(upTo(3));
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 3, workers 2, cpus 1, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'info', smallest), [
    'RUN 1/5   elapsed  4.7 s   ETA > 10.9 s   n 50,000',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  pending 1.2 s ⠹ starting the driver 0.4 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ...smallest, within: 3 }), [
    'L local   1.80 s             round 1:   1.80 s',
    'P pool    930 ms             round 1:   930 ms',
    'R ray',
  ]);
});

test('and the note beside them', () => {
  const draw = ray({ ...upTo(5), note: 'reconnecting' });
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 3, workers 2, cpus 1, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '⠼ waiting for a free CPU 2.6 s   ! reconnecting',
  ]);
});

test('phases in ASCII alone', () => {
  const draw = ray({ ...upTo(4), note: busy });
  assert.deepEqual(zoneLines(draw, 'workers', { ascii: true }), [
    '-- RAY   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '/ warming up 0.2 s',
    '  ! no CPU of the cluster is free: the tasks wait for one',
  ]);
  assert.deepEqual(zoneLines(draw, 'workerTime', { ascii: true }), [
    '-- WHERE WORKER TIME GOES NOW',
    '  n/a: Ray does not tell',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ascii: true }), [
    '-- SO FAR',
    'L local   1.80 s                                 round 1:   1.80 s',
    'P pool    930 ms                                 round 1:   930 ms',
    'R ray',
  ]);
});
