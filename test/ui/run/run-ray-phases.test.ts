import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysText, zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { steps, upTo, busy, ray, smallest } from '../../helpers/screens/ray-runs.ts';

test('before the job is handed in a pass on Ray gets ready', () => {
  const draw = ray({});
  assert.deepEqual(zoneLines(draw, 'info'), [
    'round 1 of 5   ray is getting ready         3.0 s gone   at least 11 s left',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  ⠦ getting ready 0.0 s',
    '',
    '',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar'), [
    '── SO FAR',
    '',
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.80 s',
    '                      ███████████████████████████████████████████',
    '',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                       0.93 s',
    '                      ██████████████████████',
    '',
    '  ray    on 2 CPUs                                                  0.0 s',
    '',
    '',
    '  pool: 0.93 s against 1.80 s         one round says nothing about chance',
    '  ray: no round has finished yet',
    '',
  ]);
});

test('a job is submitted', () => {
  const draw = ray(upTo(1));
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '  ⠦ submitting 0.1 s',
    '',
    '',
  ]);
});

test('a job is pending', () => {
  const draw = ray(upTo(2));
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '    submitting 0.1 s ⠙ pending 1.2 s',
    '',
    '',
  ]);
});

test('its driver starts', () => {
  const draw = ray(upTo(3));
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '    submitting 0.1 s   pending 1.2 s ⠹ starting the driver 0.4 s',
    '',
    '',
  ]);
});

test('the cluster warms up, and the note of what it waits for stands below', () => {
  const draw = ray({ ...upTo(4), note: busy });
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '    submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '  ⠸ warming up 0.2 s',
    '    ! all 100 tasks wait for a CPU that others hold',
  ]);
});

test('a job for which no CPU is free is queued, and for how long is seen', () => {
  const draw = ray({ phases: [...steps.slice(0, 3), ['queued', 12_300]], note: busy });
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '    submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '  ⠹ queued for a CPU 12.3 s',
    `    ! ${busy}`,
  ]);
  assert.match(zoneLines(draw, 'info')[0]!, /ray is queued for a CPU/);
});

test('while nothing has started, a job that runs waits for a free CPU', () => {
  assert.deepEqual(zoneLines(ray({ ...upTo(5), note: busy }), 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '    submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '    warming up 0.2 s ⠼ waiting for a free CPU 2.6 s',
    '    ! all 100 tasks wait for a CPU that others hold',
  ]);
});

test('a job that is stopped before it has workers', () => {
  const draw = ray(
    { phases: [...steps.slice(0, 3), ['stopping', 400]] },
    { cancelling: 'stopping' },
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '    submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '  ⠼ stopping the job on the cluster 0.4 s',
    '',
  ]);
  assert.equal(keysText(draw), 'stopping the job on the cluster');
});

test('where there are rows for all phases, those to come stand there too', () => {
  const draw = ray({ ...upTo(4), nodes: [4, 4], note: busy });
  assert.equal(zoneRows(draw), 'info 1, progress 1, soFar 5, workers 9, load 3, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265   2 nodes, 8 CPUs',
    '     0.1 s  submitting',
    '     1.2 s  pending',
    '     0.4 s  starting the driver',
    '  ⠸  0.2 s  warming up',
    '            running',
    '    ! all 100 tasks wait for a CPU that others hold',
    '',
    '',
  ]);
});

test('where one row is there, the latest phases stand in it', () => {
  const draw = ray(upTo(3));
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 5, workers 2, load 2, trust 1');
  assert.deepEqual(zoneLines(draw, 'info', smallest), [
    'round 1 of 5            4.7 s gone   at least 11 s left',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265',
    '  pending 1.2 s ⠹ starting the driver 0.4 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ...smallest, within: 3 }), [
    'local  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇           1.80 s',
    'pool   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                          0.93 s',
    'ray    ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇             1.7 s',
    'pool: 0.93 s against 1.80 s',
  ]);
});

test('and the note beside them', () => {
  const draw = ray({ ...upTo(5), note: 'reconnecting' });
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 5, workers 2, load 2, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY, ROUND 1   at http://10.0.0.1:8265',
    '⠼ waiting for a free CPU 2.6 s   ! reconnecting',
  ]);
});

test('phases in ASCII alone', () => {
  const draw = ray({ ...upTo(4), note: busy });
  assert.deepEqual(zoneLines(draw, 'workers', { ascii: true }), [
    '-- RAY, ROUND 1   at http://10.0.0.1:8265   1 node, 2 CPUs',
    '    submitting 0.1 s   pending 1.2 s   starting the driver 0.4 s',
    '  / warming up 0.2 s',
    '    ! all 100 tasks wait for a CPU that others hold',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ascii: true }), [
    '-- SO FAR',
    '',
    '  local  one by one   ==============================               1.80 s',
    '                      ==============================',
    '',
    '  pool   2 at a time  ===============                              0.93 s',
    '                      ===============',
    '',
    '  ray    on 2 CPUs    ================================              1.9 s',
    '                      ================================',
    '',
    '  pool: 0.93 s against 1.80 s         one round says nothing about chance',
    '  ray: no round has finished yet',
    '',
  ]);
});
