import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestNote } from '../../../source/core/report/run-summary.ts';
import type { HistoryView } from '../../../source/ui/history/cursor.ts';
import { historyPicture } from '../../../source/ui/history/history.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { openList } from '../../helpers/screens/open-list.ts';
import { rowsOf } from '../../helpers/screens/ui-frames.ts';
import { widthOf } from '../../../source/core/text/cells.ts';
import { planWith, savedRun, viewOf } from '../../helpers/screens/saved-run-rows.ts';

const runs = [
  savedRun(33),
  savedRun(30, { plan: planWith({ workload: 'pair' }), note: 'quiet machine' }),
  savedRun(5, { plan: planWith({ workload: 'bigint' }) }),
];

const listOf = (view: HistoryView = viewOf(...runs)) => openList(view);

test('typing a filter narrows the list at once; enter keeps it', () => {
  const list = listOf();
  list.press('/');
  assert.ok(list.typing());
  list.type('pai');
  assert.equal(list.cursor(), '/runs/30.json.gz');
  list.press('enter');
  assert.ok(!list.typing());
  assert.equal(list.now().filter, 'pai');
  list.press('enter');
  assert.deepEqual(list.calls, ['open /runs/30.json.gz']);
});

test('escape leaves a filter that is typed, then the kept one, then the list', () => {
  const list = listOf();
  list.press('/', 'p', 'a', 'enter', '/', 'q', 'h', '?', 't');
  assert.equal(list.now().filter, 'paqh?t');
  assert.deepEqual(list.calls, []);
  list.press('escape');
  assert.equal(list.now().filter, 'pa');
  list.press('escape');
  assert.equal(list.now().filter, '');
  assert.deepEqual(list.calls, []);
  list.press('escape');
  assert.deepEqual(list.calls, ['back']);
});

test('the arrows move while a filter is typed, backspace corrects it, the cursor stays on its run', () => {
  const list = listOf();
  list.press('/', 'down', 'down');
  assert.equal(list.cursor(), '/runs/5.json.gz');
  list.type('bigx');
  assert.equal(list.cursor(), 'nothing');
  list.press('backspace');
  assert.equal(list.cursor(), '/runs/5.json.gz');
  list.press('backspace', 'backspace', 'backspace', 'enter');
  assert.equal(list.now().filter, '');
  assert.equal(list.cursor(), '/runs/5.json.gz');
});

test('a note is edited in one line, and kept by enter alone', () => {
  const list = listOf();
  list.press('down', 't', 'backspace', 'backspace');
  list.type('ы q?');
  list.press('up', 'tab', 'enter');
  assert.deepEqual(list.calls, ['note /runs/30.json.gz "quiet machiы q?"']);
  assert.equal(list.now().doing.type, 'choosing');
  list.press('t', 'x', 'escape');
  assert.equal(list.calls.length, 1);
});

test('a note has an end', () => {
  const list = listOf();
  list.press('t');
  list.type('x'.repeat(longestNote + 5));
  list.press('enter');
  assert.deepEqual(list.calls, [`note /runs/33.json.gz "${'x'.repeat(longestNote)}"`]);
});

test('backspace twice deletes the run under the cursor, and any other key keeps it', () => {
  const list = listOf();
  list.press('down', 'backspace', 'down', 'backspace', 'enter');
  assert.deepEqual(list.calls, []);
  list.press('backspace', 'backspace');
  assert.deepEqual(list.calls, ['remove /runs/30.json.gz']);
  assert.equal(list.now().doing.type, 'choosing');
});

test('what is marked is deleted, wherever the cursor is', () => {
  const list = listOf();
  list.press(' ', 'down', ' ', 'down', ' ', ' ', 'backspace', 'backspace');
  assert.deepEqual(list.calls, ['remove /runs/33.json.gz /runs/30.json.gz']);
});

test('a file that cannot be opened takes marks and no notes', () => {
  const list = listOf();
  list.press('pagedown', 't');
  assert.equal(list.now().doing.type, 'choosing');
  list.press(' ', 'backspace', 'backspace');
  assert.deepEqual(list.calls, ['remove /runs/broken.json.gz']);
});

test('an empty list answers its keys as well', () => {
  const list = listOf(viewOf());
  list.press('down', 'down', ' ', ' ', 't', 'backspace', 'escape');
  const empty = listOf({ ...viewOf(), list: { runs: [], skipped: [] } });
  empty.press('down', ' ', 't', 'backspace', 'backspace', 'h', 'q');
  assert.deepEqual(empty.calls, ['back', 'quit']);
});

test('a paste goes whole into the field that is open, or nowhere', () => {
  const list = listOf();
  assert.ok(!list.paste('q'));
  list.press('/');
  assert.ok(list.paste('pair'));
  assert.equal(list.now().filter, 'pair');
  assert.ok(list.paste('two\nlines'));
  assert.match(list.now().notice ?? '', /2 lines/);
  assert.equal(list.now().filter, 'pair');
  list.press('enter', 't');
  list.paste(' 再測定 ');
  list.press('enter');
  assert.deepEqual(list.calls, ['note /runs/30.json.gz "quiet machine再測定"']);
});

test('whatever is pressed, in windows of any size, the frame fits', () => {
  const random = seeded(17);
  const below = (most: number) => Math.floor(random() * most);
  const keys = ['up', 'down', 'pagedown', 'pageup', ' ', '/', 't', 'enter', 'escape', 'backspace'];
  const texts = ['x', '猫', 'é', '4', '?', 'tab', 'left'];
  const all = [...keys, ...keys, ...texts];
  const wide = savedRun(7, { machine: '猫'.repeat(60), note: '𝒏'.repeat(longestNote) });
  const list = listOf(viewOf(...runs, wide));
  for (let step = 0; step < 2000; step++) {
    list.press(all[below(all.length)]!);
    const columns = 60 + below(160);
    const ascii = below(2) === 0;
    const rows = rowsOf((room, theme) => historyPicture(list.now(), room, theme), {
      columns,
      rows: 16 + below(50),
      ascii,
    });
    assert.ok(
      rows.every((row) => widthOf(row) < columns),
      `step ${step}, ${columns} columns`,
    );
  }
});
