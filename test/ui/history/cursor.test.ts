import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  itemAt,
  itemsOf,
  moved,
  withFilter,
  withList,
  withMark,
  type HistoryView,
} from '../../../source/ui/history/cursor.ts';
import { pathOf } from '../../../source/ui/history/items.ts';
import { planWith, resultsWith, savedRun, viewOf } from '../../helpers/screens/saved-run-rows.ts';

const cursorOf = (view: HistoryView): string | undefined => {
  const item = itemAt(view);
  return item && pathOf(item);
};

const runs = [33, 30, 25, 5].map((minute) => savedRun(minute));

test('the cursor and the marks stay on their runs when the list is read again', () => {
  const view = withMark(moved(withMark(viewOf(...runs)), 2));
  assert.equal(cursorOf(view), '/runs/25.json.gz');
  const again = withList(view, { runs: [savedRun(59), ...runs.slice(1)], skipped: [] });
  assert.equal(cursorOf(again), '/runs/25.json.gz');
  assert.deepEqual([...again.marked], ['/runs/25.json.gz']);
});

test('where the run under the cursor is gone, the next one takes its place', () => {
  const view = moved(viewOf(...runs), 1);
  const rest = runs.filter(({ path }) => path !== cursorOf(view));
  assert.equal(cursorOf(withList(view, { runs: rest, skipped: [] })), '/runs/25.json.gz');
  const last = moved(viewOf(...runs), 3);
  assert.equal(cursorOf(withList(last, { runs: [], skipped: [] })), undefined);
});

const found = (filter: string): readonly string[] => {
  const named = viewOf(
    savedRun(33, { note: 'Før oppdateringen', machine: 'AMD EPYC 9554P' }),
    savedRun(5, {
      plan: planWith({ workload: 'pair', size: 20_000, rounds: 9 }),
      results: resultsWith('undecided', 1.02),
      finished: false,
    }),
  );
  return itemsOf(withFilter(named, filter)).map((item) => pathOf(item).replace(/\D+/g, ''));
};

test('a filter finds runs by any text of their rows and details, in any case', () => {
  for (const filter of ['list', 'epyc', 'FØR', '3.72', '12:33', '50000']) {
    assert.deepEqual(found(filter), ['33'], filter);
  }

  for (const filter of ['pair', "can't tell", '20,000', 'stopped', 'CPU 9000']) {
    assert.deepEqual(found(filter), ['5'], filter);
  }

  for (const filter of ['4 may', '2026-05-04', 'May 2026', '64 tasks', 'pool', '  ']) {
    assert.deepEqual(found(filter).slice(0, 2), ['33', '5'], filter);
  }
});

test('several words have to be there, wherever', () => {
  assert.deepEqual(found('epyc list'), ['33']);
  assert.deepEqual(found('epyc pair'), []);
  assert.equal(itemsOf(withFilter(viewOf(...runs), 'cut off broken')).length, 1);
});
