import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTasksIn } from '../../../source/core/plan/ray-text.ts';
import type { ClusterState, State } from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import type { RunView } from '../../../source/ui/run/run.ts';
import type { Walls } from '../../helpers/profiles/profiles.ts';
import {
  keysText,
  rowsOf,
  zoneLines,
  zoneRows,
  type Draw,
  type WindowOptions,
} from '../../helpers/screens/ui-frames.ts';
import {
  rayNow,
  rayState,
  runScreen,
  samplesOn,
  type RayRequest,
} from '../../helpers/screens/ui-states.ts';

/** The phases of a pass and their times. */
const steps = [
  ['submitting', 60],
  ['pending', 1240],
  ['starting', 430],
  ['warming-up', 210],
  ['running', 2600],
] as const;

const upTo = (count: number): RayRequest => ({ phases: steps.slice(0, count) });
const atWork: RayRequest = { phases: steps, samples: 'all' };
const busy = 'no CPU of the cluster is free: the tasks wait for one';

const ray = (request: RayRequest, given: Partial<RunView> = {}) =>
  runScreen(rayState(request), rayNow(request), given);

const smallest = { columns: 60, rows: 16 };
const large = { columns: 120, rows: 40 };

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
    'L local   1.80 s                                   median   1.80 s',
    'P pool    930 ms                                   median   930 ms    1.94x',
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
    'L local   1.80 s               median   1.80 s',
    'P pool    930 ms               median   930 ms    1.94x',
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
    'L local   1.80 s                                   median   1.80 s',
    'P pool    930 ms                                   median   930 ms    1.94x',
    'R ray',
  ]);
});

test('workers on one node have no column for it', () => {
  assert.deepEqual(zoneLines(ray(atWork), 'workers'), [
    '── RAY   2 workers   share of the pass · tasks done   running  2.6 s',
    'w1  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···········  80 %     80',
    'w2  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒············  79 %     79',
    '',
  ]);
});

test('workers on two nodes stand by node, with its name', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [2, 2] }), 'workers'), [
    '── RAY   4 workers on 2 nodes   share · tasks · node   running  2.6 s',
    'w1  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·········  80 %     80  10.0.0.1',
    'w2  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··········  79 %     79  10.0.0.1',
    'w3  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··········  78 %     78  10.0.0.2',
    'w4  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···········  77 %     77  10.0.0.2',
  ]);
});

test('16 workers on 4 nodes: there is room for the labels of the nodes alone', () => {
  const draw = ray({ ...atWork, nodes: [4, 4, 4, 4] });
  assert.equal(
    zoneRows(draw),
    'info 1, headline 3, workers 9, cpus 1, workerTime 1, soFar 4, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY   16 workers on 4 nodes   slowest w09,  38 % behind   running  2.6 s',
    'w01  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····  80 %  n1     w09  ▒▒▒▒▒▒▒▒▒··········  45 %  n3 ◄',
    'w02  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····  79 %  n1     w10  ▒▒▒▒▒▒▒▒▒▒▒▒▒······  71 %  n3',
    'w03  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····  78 %  n1     w11  ▒▒▒▒▒▒▒▒▒▒▒▒▒······  70 %  n3',
    'w04  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····  77 %  n1     w12  ▒▒▒▒▒▒▒▒▒▒▒▒▒······  69 %  n3',
    'w05  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒·····  76 %  n2     w13  ▒▒▒▒▒▒▒▒▒▒▒▒▒······  68 %  n4',
    'w06  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒·····  75 %  n2     w14  ▒▒▒▒▒▒▒▒▒▒▒▒▒······  67 %  n4',
    'w07  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒·····  74 %  n2     w15  ▒▒▒▒▒▒▒▒▒▒▒▒▒······  66 %  n4',
    'w08  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒·····  73 %  n2     w16  ▒▒▒▒▒▒▒▒▒▒▒▒·······  65 %  n4',
  ]);
});

test('64 workers on 4 nodes stand as one cell each, a line between two nodes', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [16, 16, 16, 16] }), 'workers'), [
    '── RAY   64 workers on 4 nodes   1 cell = 1 worker   ◄ a laggard',
    'n1 w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅│▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅          ◄   done      0 / 64',
    'n3 w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅│▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅              median   73 %',
    '                                                         slowest  45 %  w09',
  ]);
});

test('128 workers on 2 nodes', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [64, 64] }), 'workers'), [
    '── RAY   128 workers on 2 nodes   1 cell = 1 worker   ◄ a laggard',
    'n1 w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅        ◄   done       0 / 128',
    'n1 w033  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅            median   72 %',
    'n2 w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆        ◄   slowest  45 %  w009',
    'n2 w097  ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆',
  ]);
});

test('2 workers in the smallest window', () => {
  const draw = ray(atWork);
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 3, workers 2, cpus 1, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY   2 workers   slowest w2,   1 % behind',
    'w1  ▒▒▒▒▒▒▒▒▒▒▒···  80 %     w2  ▒▒▒▒▒▒▒▒▒▒▒···  79 %',
  ]);
});

test('4 workers on 2 nodes in the smallest window', () => {
  const draw = ray({ ...atWork, nodes: [2, 2] });
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 3, workers 2, cpus 1, workerTime 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY   4 workers on 2 nodes   running  2.6 s',
    'n1 w1  ▆▆│▆▆',
  ]);
});

test('64 workers on 4 nodes in the smallest window', () => {
  const draw = ray({ ...atWork, nodes: [16, 16, 16, 16] });
  assert.equal(
    zoneRows(draw, smallest),
    'info 1, headline 3, workers 3, cpus 1, soFar 3, failure 1',
  );
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY   64 workers on 4 nodes   running  2.6 s',
    'n1 w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅│▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅           ◄',
    'n3 w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅│▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
  ]);
});

test('16 workers on 4 nodes in a large window', () => {
  const draw = ray({ ...atWork, nodes: [4, 4, 4, 4] });
  assert.deepEqual(zoneLines(draw, 'info', large), [
    'RUN 1/5   elapsed  7.5 s   ETA > 10.9 s   n 50,000   N 200   P 2, Ray 16   list',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── RAY   16 workers on 4 nodes   slowest w09,  38 % behind the median   running  2.6 s',
    'w01  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·················  80 %     80  10.0.0.1',
    'w02  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··················  79 %     79  10.0.0.1',
    'w03  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···················  78 %     78  10.0.0.1',
    'w04  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····················  77 %     77  10.0.0.1',
    'w05  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····················  76 %     76  10.0.0.2',
    'w06  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·····················  75 %     75  10.0.0.2',
    'w07  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒······················  74 %     74  10.0.0.2',
    'w08  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·······················  73 %     73  10.0.0.2',
    'w09  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···············································  45 %     45  10.0.0.3 ◄',
    'w10  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·························  71 %     71  10.0.0.3',
    'w11  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·························  70 %     70  10.0.0.3',
    'w12  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··························  69 %     69  10.0.0.3',
    'w13  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···························  68 %     68  10.0.0.4',
    'w14  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒····························  67 %     67  10.0.0.4',
    'w15  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·····························  66 %     66  10.0.0.4',
    'w16  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒······························  65 %     65  10.0.0.4',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', large), [
    '── SO FAR',
    'L local   1.80 s                                                                           median   1.80 s',
    'P pool    930 ms                                                                           median   930 ms    1.94x',
    'R ray',
  ]);
});

test('64 workers on 4 nodes in a large window: the title says which names the labels stand for', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [16, 16, 16, 16] }), 'workers', large), [
    '── RAY   64 workers on 4 nodes   slowest w09,  38 % behind   n1 10.0.0.1  n2 10.0.0.2  n3 10.0.0.3  n4 10.0.0.4',
    'w01  ▒▒▒▒▒▒▒··  80 %  n1     w17  ▒▒▒▒▒▒···  64 %  n2     w33  ▒▒▒▒▒▒···  65 %  n3     w49  ▒▒▒▒▒▒···  66 %  n4',
    'w02  ▒▒▒▒▒▒▒··  79 %  n1     w18  ▒▒▒▒▒▒▒··  80 %  n2     w34  ▒▒▒▒▒▒···  64 %  n3     w50  ▒▒▒▒▒▒···  65 %  n4',
    'w03  ▒▒▒▒▒▒▒··  78 %  n1     w19  ▒▒▒▒▒▒▒··  79 %  n2     w35  ▒▒▒▒▒▒▒··  80 %  n3     w51  ▒▒▒▒▒▒···  64 %  n4',
    'w04  ▒▒▒▒▒▒▒··  77 %  n1     w20  ▒▒▒▒▒▒▒··  78 %  n2     w36  ▒▒▒▒▒▒▒··  79 %  n3     w52  ▒▒▒▒▒▒▒··  80 %  n4',
    'w05  ▒▒▒▒▒▒▒··  76 %  n1     w21  ▒▒▒▒▒▒▒··  77 %  n2     w37  ▒▒▒▒▒▒▒··  78 %  n3     w53  ▒▒▒▒▒▒▒··  79 %  n4',
    'w06  ▒▒▒▒▒▒▒··  75 %  n1     w22  ▒▒▒▒▒▒▒··  76 %  n2     w38  ▒▒▒▒▒▒▒··  77 %  n3     w54  ▒▒▒▒▒▒▒··  78 %  n4',
    'w07  ▒▒▒▒▒▒▒··  74 %  n1     w23  ▒▒▒▒▒▒▒··  75 %  n2     w39  ▒▒▒▒▒▒▒··  76 %  n3     w55  ▒▒▒▒▒▒▒··  77 %  n4',
    'w08  ▒▒▒▒▒▒▒··  73 %  n1     w24  ▒▒▒▒▒▒▒··  74 %  n2     w40  ▒▒▒▒▒▒▒··  75 %  n3     w56  ▒▒▒▒▒▒▒··  76 %  n4',
    'w09  ▒▒▒▒·····  45 %  n1 ◄   w25  ▒▒▒▒▒▒▒··  73 %  n2     w41  ▒▒▒▒▒▒▒··  74 %  n3     w57  ▒▒▒▒▒▒▒··  75 %  n4',
    'w10  ▒▒▒▒▒▒···  71 %  n1     w26  ▒▒▒▒▒▒···  72 %  n2     w42  ▒▒▒▒▒▒▒··  73 %  n3     w58  ▒▒▒▒▒▒▒··  74 %  n4',
    'w11  ▒▒▒▒▒▒···  70 %  n1     w27  ▒▒▒▒▒▒···  71 %  n2     w43  ▒▒▒▒▒▒···  72 %  n3     w59  ▒▒▒▒▒▒▒··  73 %  n4',
    'w12  ▒▒▒▒▒▒···  69 %  n1     w28  ▒▒▒▒▒▒···  70 %  n2     w44  ▒▒▒▒▒▒···  71 %  n3     w60  ▒▒▒▒▒▒···  72 %  n4',
    'w13  ▒▒▒▒▒▒···  68 %  n1     w29  ▒▒▒▒▒▒···  69 %  n2     w45  ▒▒▒▒▒▒···  70 %  n3     w61  ▒▒▒▒▒▒···  71 %  n4',
    'w14  ▒▒▒▒▒▒···  67 %  n1     w30  ▒▒▒▒▒▒···  68 %  n2     w46  ▒▒▒▒▒▒···  69 %  n3     w62  ▒▒▒▒▒▒···  70 %  n4',
    'w15  ▒▒▒▒▒▒···  66 %  n1     w31  ▒▒▒▒▒▒···  67 %  n2     w47  ▒▒▒▒▒▒···  68 %  n3     w63  ▒▒▒▒▒▒···  69 %  n4',
    'w16  ▒▒▒▒▒▒···  65 %  n1     w32  ▒▒▒▒▒▒···  66 %  n2     w48  ▒▒▒▒▒▒···  67 %  n3     w64  ▒▒▒▒▒▒···  68 %  n4',
  ]);
});

test('cells of several nodes in ASCII alone', () => {
  assert.deepEqual(
    zoneLines(ray({ ...atWork, nodes: [16, 16, 16, 16] }), 'workers', { ascii: true }),
    [
      '-- RAY   64 workers on 4 nodes   1 cell = 1 worker   < a laggard',
      'n1 w01  66666666 46665555|56666666 66666555          <   done      0 / 64',
      'n3 w33  55666666 66666655|55566666 66666665              median   73 %',
      '                                                         slowest  45 %  w09',
    ],
  );
});

test('a job that is stopped while its workers are at work', () => {
  assert.deepEqual(
    zoneLines(
      ray(
        { ...atWork, phases: [...steps, ['stopping', 300]], nodes: [2, 2] },
        { cancelling: 'stopping' },
      ),
      'workers',
    ),
    [
      '── RAY   stopping the job on the cluster  0.3 s   4 workers on 2 nodes',
      'w1  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·········  80 %     80  10.0.0.1',
      'w2  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··········  79 %     79  10.0.0.1',
      'w3  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··········  78 %     78  10.0.0.2',
      'w4  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···········  77 %     77  10.0.0.2',
    ],
  );
});

/** The rows of the zone of the workers, rule included. */
function workersRows(draw: Draw, options: WindowOptions = {}): readonly string[] {
  const rows = rowsOf(draw, options).map((row) =>
    row.replaceAll(/^[│|] | *[│|]$|─+┤$/g, '').trim(),
  );
  const first = rows.findIndex((row) => row.startsWith('├─'));
  const last = rows.findIndex((row) => row.includes('LIVE CPU'));
  return rows.slice(first, last).map((row) => row.replace('├─ ', ''));
}

const titleOf = (draw: Draw, options?: WindowOptions) => workersRows(draw, options)[0];

test('while some have not shown up, they have empty bars, no node and no mark', () => {
  const request = { ...atWork, nodes: [2, 2], samples: samplesOn([2, 1]) };
  const [title, , , third, fourth] = workersRows(ray(request));
  assert.equal(title, 'RAY   3 of 4 workers on 2 nodes   share · tasks · node   running  2.6 s');
  assert.match(third!, /^w3 .* 78 % +78 {2}10\.0\.0\.2$/);
  assert.match(fourth!, /^w4 {2}·+ {3}0 % {6}0$/);
});

test('that all are on one of several nodes can be seen', () => {
  const request = { ...atWork, nodes: [2, 2], samples: samplesOn([0, 2]) };
  const [title, first] = workersRows(ray(request));
  assert.equal(title, 'RAY   2 of 4 workers on 1 of 2 nodes   share · tasks · node');
  assert.match(first!, / 80 {2}10\.0\.0\.2$/);
});

test('more workers than were planned have no less of a place', () => {
  const title = (samples: readonly number[], given?: Partial<RunView>) =>
    titleOf(ray({ ...atWork, samples: samplesOn(samples) }, given));
  assert.equal(title([3]), 'RAY   3 workers   share of the pass · tasks done   running  2.6 s');
  assert.equal(
    title([2, 2]),
    'RAY   4 workers on 2 nodes   slowest w4,   2 % behind   n1 10.0.0.1',
  );
  assert.equal(
    title([400, 400], { page: 1 }),
    'RAY   800 workers on 2 nodes   page 2/9   1 cell = 1 worker',
  );
  const keys = rowsOf(ray({ ...atWork, samples: samplesOn([400, 400]) })).at(-1);
  assert.match(keys!, /pgup\/pgdn workers/);
});

test('two nodes on one machine are told apart by more than their address', () => {
  const names = ['127.0.0.1 a1b2', '127.0.0.1 c3d4'];
  const rows = workersRows(ray({ ...atWork, nodes: [1, 1], names }));
  assert.match(rows[1]!, / 80 {2}127\.0\.0\.1 a1b2$/);
  assert.match(rows[2]!, / 79 {2}127\.0\.0\.1 c3d4$/);
});

test('names that would leave no room for the bars give way to their labels', () => {
  const names = [
    '2001:db8:1234:5678:9abc:def0:1234:5678 a1b2',
    '2001:db8:1234:5678:9abc:def0:1234:9',
  ];
  const [, row] = workersRows(ray({ ...atWork, nodes: [1, 1], names }));
  assert.match(row!, / 80 {2}n1$/);
  const [, wide] = workersRows(ray({ ...atWork, nodes: [1, 1], names }), large);
  assert.match(wide!, / 80 {2}2001:db8:1234:5678:9abc:def0:1234:5678 a1b2$/);
});

test('a worker with failed tasks is marked, and the title says how many there are', () => {
  const failing = (nodes: readonly number[]) =>
    samplesOn(nodes).map((sample, worker) => (worker === 2 ? { ...sample, failed: 2 } : sample));
  const rows = workersRows(ray({ ...atWork, nodes: [2, 2], samples: failing([2, 2]) }));
  assert.equal(rows[0], 'RAY   ! 2 tasks failed   4 workers on 2 nodes   share · tasks · node');
  assert.match(rows[3]!, /^w3 .* 78 % +78 {2}10\.0\.0\.2 !$/);
  const cells = workersRows(ray({ ...atWork, nodes: [32, 32], samples: failing([32, 32]) }));
  assert.match(cells[1]!, /^n1 w01 {2}▆▆!▆▆▆▆▆ ▄▆▆▆▅▅▅▅ .* ! {3}done/);
});

test('what troubles a pass at work comes before everything else', () => {
  const title = (note: string) => titleOf(ray({ ...atWork, nodes: [2, 2], note }));
  assert.equal(
    title('reconnecting'),
    'RAY   ! reconnecting   4 workers on 2 nodes   share · tasks · node',
  );
  assert.equal(title(busy), `RAY   ! ${busy}`);
});

test('when all tasks are in it is said why the pass goes on', () => {
  const draw = ray({ ...atWork, nodes: [2, 2], note: allTasksIn });
  assert.equal(titleOf(draw), `RAY   ${allTasksIn}`);
  assert.equal(titleOf(draw, large), `RAY   ${allTasksIn}   4 workers on 2 nodes   running  2.6 s`);
  assert.equal(titleOf(draw, smallest), 'RAY   all tasks are in   4 workers on 2 nodes');
});

test('Ray that is started for a run, or asked again, is what is waited for', () => {
  const state = rayState({ instead: { activity: { type: 'opening' } } });
  const { target } = state.cluster!;
  const first = (cluster: ClusterState) => workersRows(runScreen({ ...state, cluster }, 5000))[1];
  assert.equal(first({ target, status: 'sought', since: 4000 }), `asking ${target.at} what it is`);
  const own = { at: 'local', from: '--ray' };
  assert.equal(
    first({ target: own, status: 'sought', since: 4000 }),
    'starting Ray on this machine',
  );
  assert.equal(first(state.cluster!), 'getting ready');
});

const barOf = (state: State, now: Milliseconds) => rowsOf(runScreen(state, now))[5]!.slice(2, -2);

test('the row of Ray says which phase it is in, and how long the pass takes so far', () => {
  const textOf = (request: RayRequest) =>
    barOf(rayState(request), rayNow(request)).replace(/.*[·▒] {2}/, '');
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((count) => textOf(upTo(count))),
    [
      'submitting  0.1 s  ',
      '   pending  1.3 s  ',
      '  starting  1.7 s  ',
      'warming up  1.9 s  ',
      '   running  4.5 s  ',
    ],
  );
  const after = (took: Milliseconds) => textOf({ phases: [['warming-up', took]] });
  assert.equal(after(99_900), 'warming up 99.9 s  ');
  assert.equal(after(125_000), 'running 2 min 5 s  ');
  assert.equal(textOf({ phases: [['pending', 125_000]] }), 'pending 2 min 5 s  ');
});

test('a pass of which nothing tells how long it will take fills three quarters of its row at most', () => {
  const request: RayRequest = { walls: { ray: [] }, ...upTo(2) };
  const state = rayState(request);
  for (const later of [0, 1, 5000, 3_600_000]) {
    const bar = rowsOf(runScreen(state, rayNow(request) + later))[3]!;
    assert.match(bar, new RegExp(`^│ R ray     ▒{33}·{11}  `));
  }
});

test('in a pass that has taken no time yet no bar is longer than its row', () => {
  const draw = runScreen(rayState({ walls: { ray: [] } }), rayNow({}) - 1);
  assert.equal(rowsOf(draw)[3], `│ R ray     ${'·'.repeat(44)}  running  0.0 s      │`);
});

/** The fourth round runs backwards: its `local` is still to come. */
const rounds = { local: [1800, 1790, 1810], pool: [930, 940, 935, 930] };

test('after its rounds Ray shows its median, as the others do', () => {
  const walls = { ...rounds, ray: [5500, 5600, 5550] };
  const state = rayState({ walls, instead: { pass: ['local', 4, 40_000] } });
  assert.match(barOf(state, 40_100), /^R ray {5}▒{44} {4}5\.55 s {2}±0\.9 % {3}$/);
});

test('Ray that failed in all of its rounds does not come next', () => {
  const ended = { ...rounds, ray: ['failed', 'failed', 'failed'] } as const;
  const after = rayState({ walls: ended, instead: { pass: ['local', 4, 40_000] } });
  assert.match(barOf(after, 40_100), / {2}failed {13}$/);
  const first = { local: [1800], pool: [930], ray: ['failed'] } as const;
  const before = rayState({ walls: first, instead: { pass: ['ray', 2, 40_000] } });
  assert.match(
    barOf({ ...before, profile: { ...before.profile!, activity: { type: 'opening' } } }, 1),
    / {2}next {15}$/,
  );
});

test('so far a column is a round, also of Ray, which has fewer', () => {
  const walls = { ...rounds, ray: ['failed', 5600, 5550] } as const;
  const state = rayState({ walls, instead: { pass: ['local', 4, 40_000] } });
  const columnsIn = (columns: number) =>
    rowsOf(runScreen(state, 40_100), { columns })
      .filter((row) => row.includes('median'))
      .map((row) => row.slice(2, row.indexOf('median')).trimEnd());
  assert.deepEqual(columnsIn(80), [
    'L local   1.80 s  1.79 s  1.81 s',
    'P pool    930 ms  940 ms  935 ms  930 ms',
    'R ray     failed  5.60 s  5.55 s',
  ]);
  assert.deepEqual(columnsIn(60), [
    'L local   1.81 s',
    'P pool    935 ms  930 ms',
    'R ray     5.55 s',
  ]);
});

test('where the plan stands there is how wide Ray is, where there is room', () => {
  const info = (nodes: readonly number[], columns: number) =>
    rowsOf(ray({ nodes }), { columns })[1]!.slice(43, -1).trim();
  assert.equal(info([2, 2], 120), 'n 50,000   N 200   P 2, Ray 4   list');
  assert.equal(info([2, 2], 80), 'n 50,000   N 200   P 2   list');
  assert.equal(info([2], 120), 'n 50,000   N 200   P 2   list');
  const alone = rowsOf(ray({ nodes: [4], walls: { ray: [] } }), { columns: 120 })[1]!;
  assert.match(alone, / N 200 {3}P 4 {3}list /);
});

test('the time that is left ends in the same column, whether it is known or the least', () => {
  const eta = (ray: Walls[string]) => {
    const walls = { local: [1800], pool: [930], ray };
    const state = rayState({ walls, instead: { pass: ['pool', 2, 40_000] } });
    return /ETA.{10}/.exec(rowsOf(runScreen(state, 40_100))[1]!)?.[0];
  };
  assert.equal(eta([5000, 5000]), 'ETA   15.8 s ');
  assert.equal(eta(['failed', 'failed']), 'ETA > 10.8 s ');
});

test('while nothing is known of what is left, no time is made up for it', () => {
  const walls = { ray: [undefined] };
  const state = rayState({ walls, settings: { repeats: 1 }, ...upTo(2) });
  assert.match(rowsOf(runScreen(state, rayNow(upTo(2))))[1]!, / ETA {6}n\/a {3}n 50,000 /);
});
