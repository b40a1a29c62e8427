import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestNote } from '../../../source/core/report/run-summary.ts';
import { itemAt, type HistoryView } from '../../../source/ui/history/cursor.ts';
import { pathOf } from '../../../source/ui/history/items.ts';
import {
  isTyping,
  onHistory,
  onHistoryPaste,
} from '../../../source/ui/history/history-controls.ts';
import { planWith, savedRun, viewOf } from '../../helpers/screens/saved-run-rows.ts';

const runs = [
  savedRun(33),
  savedRun(30, { plan: planWith({ workload: 'pair' }), note: 'quiet machine' }),
  savedRun(5, { plan: planWith({ workload: 'bigint' }) }),
];

/** A list with hands on it: the view as it is, and what was called. */
function openList(view: HistoryView = viewOf(...runs)) {
  let latest: HistoryView | undefined = view;
  const calls: string[] = [];
  const targets = {
    quit: () => void calls.push('quit'),
    historyActions: {
      view: {
        value: view,
        latest: () => latest,
        set: (next: HistoryView | undefined) => void (latest = next),
      },
      show: () => void calls.push('show'),
      open: () => void calls.push(`open ${cursor()}`),
      remove: (paths: readonly string[]) => void calls.push(`remove ${paths.join(' ')}`),
      annotate: (path: string, note: string) => void calls.push(`note ${path} "${note}"`),
      back: () => void calls.push('back'),
    },
  };
  const now = (): HistoryView => latest ?? assert.fail('the list is closed');
  const cursor = (): string => {
    const item = itemAt(now());
    return item ? pathOf(item) : 'nothing';
  };
  return {
    calls,
    now,
    cursor,
    press: (...keys: readonly string[]) => keys.forEach((key) => onHistory(targets, key)),
    type: (text: string) => Array.from(text).forEach((key) => onHistory(targets, key)),
    paste: (text: string) => onHistoryPaste(targets, text),
    typing: () => isTyping(targets),
  };
}

test('typing a filter narrows the list at once; enter keeps it', () => {
  const list = openList();
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
  const list = openList();
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
  const list = openList();
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
  const list = openList();
  list.press('down', 't', 'backspace', 'backspace');
  list.type('ы q?');
  list.press('up', 'tab', 'enter');
  assert.deepEqual(list.calls, ['note /runs/30.json.gz "quiet machiы q?"']);
  assert.equal(list.now().doing.type, 'choosing');
  list.press('t', 'x', 'escape');
  assert.equal(list.calls.length, 1);
});

test('a note has an end', () => {
  const list = openList();
  list.press('t');
  list.type('x'.repeat(longestNote + 5));
  list.press('enter');
  assert.deepEqual(list.calls, [`note /runs/33.json.gz "${'x'.repeat(longestNote)}"`]);
});

test('backspace twice deletes the run under the cursor, and any other key keeps it', () => {
  const list = openList();
  list.press('down', 'backspace', 'down', 'backspace', 'enter');
  assert.deepEqual(list.calls, []);
  list.press('backspace', 'backspace');
  assert.deepEqual(list.calls, ['remove /runs/30.json.gz']);
  assert.equal(list.now().doing.type, 'choosing');
});

test('what is marked is deleted, wherever the cursor is', () => {
  const list = openList();
  list.press(' ', 'down', ' ', 'down', ' ', ' ', 'backspace', 'backspace');
  assert.deepEqual(list.calls, ['remove /runs/33.json.gz /runs/30.json.gz']);
});

test('a file that cannot be opened takes marks and no notes', () => {
  const list = openList();
  list.press('pagedown', 't');
  assert.equal(list.now().doing.type, 'choosing');
  list.press(' ', 'backspace', 'backspace');
  assert.deepEqual(list.calls, ['remove /runs/broken.json.gz']);
});

test('an empty list answers its keys as well', () => {
  const list = openList(viewOf());
  list.press('down', 'down', ' ', ' ', 't', 'backspace', 'escape');
  const empty = openList({ ...viewOf(), list: { runs: [], skipped: [] } });
  empty.press('down', ' ', 't', 'backspace', 'backspace', 'h', 'q');
  assert.deepEqual(empty.calls, ['back', 'quit']);
});

test('a paste goes whole into the field that is open, or nowhere', () => {
  const list = openList();
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
