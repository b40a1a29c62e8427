import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageCount } from '../../../source/ui/run/run-room.ts';
import {
  frameText,
  keysText,
  rowsOf,
  zoneLines,
  zoneRows,
} from '../../helpers/screens/ui-frames.ts';
import { runScreen } from '../../helpers/screens/ui-states.ts';
import { manyState, many, smallest } from '../../helpers/screens/many-runs.ts';

test('where not even the cells fit there are pages, and the figures are those of all workers', () => {
  const draw = runScreen(manyState(64, { settings: { workers: 1024 } }), 7080, { page: 1 });
  assert.equal(zoneRows(draw), 'info 1, progress 1, soFar 4, workers 12, load 1, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers'), [
    '── POOL, ROUND 3   1,024 workers on 64 CPUs   page 2/3',
    '  w0353  ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ▆▆▆▆▆▆▆▆     done        0 / 1024',
    '  w0385  ▆▆▅▅▅▅▅▆ ▄▆▆▆▆▆▆▆ ▆▆▆▅▅▅▅▅ ▆▆▆▆▆▆▆▆ ◄   median   72 %',
    '  w0417  ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆     slowest  45 %  w0009',
    '  w0449  ▆▆▆▆▆▆▅▅ ▄▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅ ▅▅▅▅▆▆▆▆ ◄',
    '  w0481  ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆',
    '  w0513  ▆▆▆▆▆▆▆▆ ▄▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆ ▆▆▆▅▅▅▅▅ ◄',
    '  w0545  ▆▆▆▆▆▆▆▆ ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆ ▆▆▆▆▆▅▅▅',
    '  w0577  ▅▅▆▆▆▆▆▆ ▄▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅ ◄',
    '  w0609  ▅▅▅▅▆▆▆▆ ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆',
    '  w0641  ▆▅▅▅▅▅▆▆ ▄▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆ ▆▆▆▆▆▆▆▆ ◄',
    '  w0673  ▆▆▆▅▅▅▅▅ ▆▆▆▆▆▆▆▆ ▆▆▆▆▅▅▅▅ ▅▆▆▆▆▆▆▆',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { within: 2 }), [
    '  local  one by one       ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇•  2.88 s',
    '  pool   1,024 at a time  ▇▇▇▇•                                    0.34 s',
    '  8.47 times as fast so far               2 rounds cannot rule out chance',
  ]);
  assert.equal(keysText(draw), 'esc cancel  g timeline  d details  pgup/pgdn workers  ? help');
});

test('pages of 256 workers in the smallest window', () => {
  const draw = runScreen(manyState(256), 7080, { page: 1 });
  assert.equal(zoneRows(draw, smallest), 'info 1, progress 1, soFar 3, workers 5, load 1, trust 1');
  assert.deepEqual(zoneLines(draw, 'workers', smallest), [
    '── POOL, ROUND 3   page 2/2 ─────── 18,325 of 512 tasks',
    'w161  ▆▆▆▆▆▅▅▅ ▅▅▆▆▆▆▆▆ ▆▆▆▆▆▆▅▅ ▅▅▅▆▆▆▆▆ ▆▆▆▆▆▆▆▅',
    'w201  ▄▅▅▅▆▆▆▆ ▆▆▆▆▆▆▆▆ ▅▅▅▅▅▆▆▆ ▆▆▆▆▆▆▆▆ ▆▅▅▅▅▅▆▆ ◄',
    'w241  ▆▆▆▆▆▆▆▆ ▆▆▅▅▅▅▅▆',
    '',
  ]);
  assert.equal(keysText(draw, smallest), 'esc cancel  g timeline  pgup/pgdn workers  … ? all keys');
});

test('ASCII alone', () => {
  const draw = many(64);
  assert.equal(
    zoneRows(draw, { ascii: true }),
    'info 1, progress 1, soFar 5, workers 4, load 7, trust 2',
  );
  assert.deepEqual(zoneLines(draw, 'workers', { ascii: true }), [
    '-- POOL, ROUND 3   1 cell = 1 worker   < a straggler --- 4,607 of 320 tasks',
    '  w01  66666666 46665555 56666666 66666555 <   done      0 / 64',
    '  w33  55666666 66666655 55566666 66666665     median   73 %',
    '                                               slowest  45 %  w09',
  ]);
  assert.deepEqual(zoneLines(draw, 'soFar', { ascii: true }), [
    '-- SO FAR',
    '',
    '  local  one by one    =========================================o  2.88 s',
    '                       ==========================================',
    '',
    '  pool   64 at a time  ====o                                       0.34 s',
    '                       =====',
    '',
    '  8.47 times as fast so far               2 rounds cannot rule out chance',
    '',
  ]);
});

test('behind the last page there is no other, nor before the first', () => {
  const state = manyState(256);
  const at = (page: number) => frameText(runScreen(state, 7080, { page }), smallest);
  assert.equal(at(7), at(1));
  assert.equal(at(-1), at(0));
  assert.notEqual(at(0), at(1));
});

test('there are more pages where there is less room', () => {
  const pages = (workers: number, columns: number, rows: number) => {
    const state = manyState(2, { settings: { workers } });
    return pageCount(state.profile!, { columns, rows });
  };
  assert.deepEqual(
    [pages(160, 60, 16), pages(161, 60, 16), pages(1024, 60, 16), pages(1024, 80, 24)],
    [1, 2, 7, 3],
  );
  assert.equal(pages(1024, 120, 40), 1);
});

test('the keys of the pages stand there where there are pages', () => {
  const keysOf = (cpus: number) => rowsOf(many(cpus), smallest).at(-1)?.trim();
  assert.equal(keysOf(256), 'esc cancel  g timeline  pgup/pgdn workers  … ? all keys');
  assert.equal(keysOf(64), 'esc cancel  g timeline  d details  ? help');
});
