import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { steps, atWork, ray, smallest, large } from '../../helpers/screens/ray-runs.ts';

test('workers on one node have no column for it', () => {
  assert.deepEqual(zoneLines(ray(atWork), 'workers'), [
    '── RAY, ROUND 1   2 workers   running 2.6 s ────────────── 159 of 200 tasks',
    '  w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────  80 %   80 tasks',
    '  w2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────  79 %   79 tasks',
    '',
  ]);
});

test('workers on two nodes stand by node, with its name', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [2, 2] }), 'workers'), [
    '── RAY, ROUND 1   4 workers on 2 nodes   running 2.6 s ─── 314 of 200 tasks',
    '  w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  80 %   80 tasks  10.0.0.1',
    '  w2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  79 %   79 tasks  10.0.0.1',
    '  w3  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  78 %   78 tasks  10.0.0.2',
    '  w4  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────  77 %   77 tasks  10.0.0.2',
  ]);
});

test('16 workers on 4 nodes: there is room for the labels of the nodes alone', () => {
  const draw = ray({ ...atWork, nodes: [4, 4, 4, 4] });
  assert.equal(zoneRows(draw), 'info 1, progress 1, soFar 5, workers 9, load 3, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── RAY, ROUND 1   16 workers on 4 nodes   slowest w09,  38 % behind',
    '  w01  ━━━━━━━━━━━━━━───  80 %  n1     w09  ━━━━━━━━─────────  45 %  n3 ◄',
    '  w02  ━━━━━━━━━━━━━────  79 %  n1     w10  ━━━━━━━━━━━━─────  71 %  n3',
    '  w03  ━━━━━━━━━━━━━────  78 %  n1     w11  ━━━━━━━━━━━━─────  70 %  n3',
    '  w04  ━━━━━━━━━━━━━────  77 %  n1     w12  ━━━━━━━━━━━━─────  69 %  n3',
    '  w05  ━━━━━━━━━━━━━────  76 %  n2     w13  ━━━━━━━━━━━━─────  68 %  n4',
    '  w06  ━━━━━━━━━━━━━────  75 %  n2     w14  ━━━━━━━━━━━──────  67 %  n4',
    '  w07  ━━━━━━━━━━━━━────  74 %  n2     w15  ━━━━━━━━━━━──────  66 %  n4',
    '  w08  ━━━━━━━━━━━━─────  73 %  n2     w16  ━━━━━━━━━━━──────  65 %  n4',
  ]);
});

test('64 workers on 4 nodes stand as one cell each, a line between two nodes', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [16, 16, 16, 16] }), 'workers'), [
    '── RAY, ROUND 1   64 workers on 4 nodes   1 cell = 1 worker   ◄ a straggler',
    '  n1 w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅│▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅      ◄   done      0 / 64',
    '  n3 w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅│▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅          median   73 %',
    '                                                       slowest  45 %  w09',
  ]);
});

test('128 workers on 2 nodes', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [64, 64] }), 'workers'), [
    '── RAY, ROUND 1   128 workers on 2 nodes   1 cell = 1 worker',
    '  n1 w001  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅    ◄   done       0 / 128',
    '  n1 w033  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅        median   72 %',
    '  n2 w065  ▅▅▅▅▆▆▆▆ ▄▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆    ◄   slowest  45 %  w009',
    '  n2 w097  ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆',
  ]);
});

test('2 workers in the smallest window', () => {
  const draw = ray(atWork);
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 5, workers 2, load 2, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY, ROUND 1   2 workers   running 2.6 s',
    'w1  ━━━━━━━━━━━───  80 %     w2  ━━━━━━━━━━━───  79 %',
  ]);
});

test('4 workers on 2 nodes in the smallest window', () => {
  const draw = ray({ ...atWork, nodes: [2, 2] });
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 5, workers 2, load 2, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY, ROUND 1   4 workers on 2 nodes   running 2.6 s',
    'n1 w1  ▆▆│▆▆',
  ]);
});

test('64 workers on 4 nodes in the smallest window', () => {
  const draw = ray({ ...atWork, nodes: [16, 16, 16, 16] });
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 5, workers 3, load 1, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── RAY, ROUND 1   64 workers on 4 nodes   running 2.6 s',
    'n1 w01  ▆▆▆▆▆▆▆▆ ▄▆▆▆▅▅▅▅│▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅           ◄',
    'n3 w33  ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅│▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
  ]);
});

test('16 workers on 4 nodes in a large window', () => {
  const draw = ray({ ...atWork, nodes: [4, 4, 4, 4] });
  assert.deepEqual(zoneLines(draw, 'info', large), [
    'round 1 of 5   ray is running                                                       7.5 s gone   at least 11 s left',
  ]);
  assert.deepEqual(zoneLines(draw, 'workers', large), [
    '── RAY, ROUND 1   16 workers on 4 nodes   slowest w09,  38 % behind the median   running 2.6 s ─ 1,133 of 200 tasks',
    '  w01  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────  80 %   80 tasks  10.0.0.1',
    '  w02  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────  79 %   79 tasks  10.0.0.1',
    '  w03  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────  78 %   78 tasks  10.0.0.1',
    '  w04  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────  77 %   77 tasks  10.0.0.1',
    '  w05  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────  76 %   76 tasks  10.0.0.2',
    '  w06  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────  75 %   75 tasks  10.0.0.2',
    '  w07  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────  74 %   74 tasks  10.0.0.2',
    '  w08  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────  73 %   73 tasks  10.0.0.2',
    '  w09  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────────────────────  45 %   45 tasks  10.0.0.3 ◄',
    '  w10  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────  71 %   71 tasks  10.0.0.3',
    '  w11  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────  70 %   70 tasks  10.0.0.3',
    '  w12  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────  69 %   69 tasks  10.0.0.3',
    '  w13  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────────  68 %   68 tasks  10.0.0.4',
    '  w14  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────────  67 %   67 tasks  10.0.0.4',
    '  w15  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────  66 %   66 tasks  10.0.0.4',
    '  w16  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━───────────────────────────  65 %   65 tasks  10.0.0.4',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', large), [
    '── SO FAR',
    '',
    '  local  one by one   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                                                            1.80 s',
    '                      █████████████████████████',
    '',
    '  pool   2 at a time  ▇▇▇▇▇▇▇▇▇▇▇▇▇                                                                        0.93 s',
    '                      █████████████',
    '',
    '  ray    on 16 CPUs   ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                        4.5 s',
    '                      ██████████████████████████████████████████████████████████████',
    '',
    '  pool: 0.93 s against 1.80 s                                                 one round says nothing about chance',
    '  ray: no round has finished yet',
    '',
  ]);
});

test('64 workers on 4 nodes in a large window: the title says which names the labels stand for', () => {
  assert.deepEqual(zoneLines(ray({ ...atWork, nodes: [16, 16, 16, 16] }), 'workers', large), [
    '── RAY, ROUND 1   64 workers on 4 nodes   slowest w09,  38 % behind   running 2.6 s ──────────── 4,607 of 200 tasks',
    '  w01  ━━━━━━──  80 %  n1     w17  ━━━━━───  64 %  n2     w33  ━━━━━───  65 %  n3     w49  ━━━━━───  66 %  n4',
    '  w02  ━━━━━━──  79 %  n1     w18  ━━━━━━──  80 %  n2     w34  ━━━━━───  64 %  n3     w50  ━━━━━───  65 %  n4',
    '  w03  ━━━━━━──  78 %  n1     w19  ━━━━━━──  79 %  n2     w35  ━━━━━━──  80 %  n3     w51  ━━━━━───  64 %  n4',
    '  w04  ━━━━━━──  77 %  n1     w20  ━━━━━━──  78 %  n2     w36  ━━━━━━──  79 %  n3     w52  ━━━━━━──  80 %  n4',
    '  w05  ━━━━━━──  76 %  n1     w21  ━━━━━━──  77 %  n2     w37  ━━━━━━──  78 %  n3     w53  ━━━━━━──  79 %  n4',
    '  w06  ━━━━━━──  75 %  n1     w22  ━━━━━━──  76 %  n2     w38  ━━━━━━──  77 %  n3     w54  ━━━━━━──  78 %  n4',
    '  w07  ━━━━━━──  74 %  n1     w23  ━━━━━━──  75 %  n2     w39  ━━━━━━──  76 %  n3     w55  ━━━━━━──  77 %  n4',
    '  w08  ━━━━━━──  73 %  n1     w24  ━━━━━━──  74 %  n2     w40  ━━━━━━──  75 %  n3     w56  ━━━━━━──  76 %  n4',
    '  w09  ━━━━────  45 %  n1 ◄   w25  ━━━━━━──  73 %  n2     w41  ━━━━━━──  74 %  n3     w57  ━━━━━━──  75 %  n4',
    '  w10  ━━━━━━──  71 %  n1     w26  ━━━━━━──  72 %  n2     w42  ━━━━━━──  73 %  n3     w58  ━━━━━━──  74 %  n4',
    '  w11  ━━━━━━──  70 %  n1     w27  ━━━━━━──  71 %  n2     w43  ━━━━━━──  72 %  n3     w59  ━━━━━━──  73 %  n4',
    '  w12  ━━━━━━──  69 %  n1     w28  ━━━━━━──  70 %  n2     w44  ━━━━━━──  71 %  n3     w60  ━━━━━━──  72 %  n4',
    '  w13  ━━━━━───  68 %  n1     w29  ━━━━━━──  69 %  n2     w45  ━━━━━━──  70 %  n3     w61  ━━━━━━──  71 %  n4',
    '  w14  ━━━━━───  67 %  n1     w30  ━━━━━───  68 %  n2     w46  ━━━━━━──  69 %  n3     w62  ━━━━━━──  70 %  n4',
    '  w15  ━━━━━───  66 %  n1     w31  ━━━━━───  67 %  n2     w47  ━━━━━───  68 %  n3     w63  ━━━━━━──  69 %  n4',
    '  w16  ━━━━━───  65 %  n1     w32  ━━━━━───  66 %  n2     w48  ━━━━━───  67 %  n3     w64  ━━━━━───  68 %  n4',
  ]);
});

test('cells of several nodes in ASCII alone', () => {
  assert.deepEqual(
    zoneLines(ray({ ...atWork, nodes: [16, 16, 16, 16] }), 'workers', { ascii: true }),
    [
      '-- RAY, ROUND 1   64 workers on 4 nodes   1 cell = 1 worker   < a straggler',
      '  n1 w01  66666666 46665555|56666666 66666555      <   done      0 / 64',
      '  n3 w33  55666666 66666655|55566666 66666665          median   73 %',
      '                                                       slowest  45 %  w09',
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
      '── RAY, ROUND 1   stopping the job on the cluster 0.3 s ── 314 of 200 tasks',
      '  w1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  80 %   80 tasks  10.0.0.1',
      '  w2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  79 %   79 tasks  10.0.0.1',
      '  w3  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────  78 %   78 tasks  10.0.0.2',
      '  w4  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────  77 %   77 tasks  10.0.0.2',
    ],
  );
});
