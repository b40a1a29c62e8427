import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestNote } from '../../../source/core/report/run-summary.ts';
import {
  emptyHistory,
  moved,
  withFilter,
  withMark,
  type HistoryView,
} from '../../../source/ui/history/cursor.ts';
import { historyPicture } from '../../../source/ui/history/history.ts';
import { planWith, resultsWith, savedRun, viewOf } from '../../helpers/screens/saved-run-rows.ts';
import { frameText, keysText, zoneLines, type Draw } from '../../helpers/screens/ui-frames.ts';

const draw =
  (given: HistoryView): Draw =>
  (room, theme) =>
    historyPicture(given, room, theme);

const smallest = { columns: 60, rows: 16 };

const several = viewOf(
  savedRun(33),
  savedRun(30, { plan: planWith({ workload: 'pair' }), note: 'before the update' }),
  savedRun(25, {
    plan: planWith({ size: 1000, tasks: 1024 }),
    results: { ...resultsWith('undecided', 1.03), trust: 'note' },
  }),
  savedRun(5, { results: resultsWith('slower', 0.4) }),
);

test('the list shows a run in a row, with its numbers, and the one under the cursor in full', () => {
  assert.equal(
    frameText(draw(moved(several, 1))),
    `
╭─ fibtui ────────────────────────────────────────────────────────── HISTORY ─╮
│ 2 of 4 runs, and 1 file that cannot be opened                               │
│    when           workload  terms tasks workers   local    pool    speed-up │
│     4 May 12:33   list     50,000    64       4  1.61 s  433 ms      3.72 × │
│ >   4 May 12:30   pair     50,000    64       4  1.61 s  433 ms      3.72 × │
│     4 May 12:25 ▲ list      1,000 1,024       4  1.61 s  1.56 s  can't tell │
│     4 May 12:05   list     50,000    64       4  1.61 s  4.03 s      0.40 × │
│    broken.json.gz is cut off                                                │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
│                                                                             │
├─ 4 May 2026, 12:30 ─────────────────────────────────────────────────────────┤
│ Plan      pair, 50,000 terms   64 tasks   4 workers   5 rounds              │
│ Result    pool is 3.72 times as fast as local (3.53 to 3.91, 94 % sure;     │
│           limit 4)                                                          │
│ Machine   Example CPU 9000   4 usable CPUs   fibtui 1.2.3                   │
│ Note      before the update                                                 │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter open  space mark  / filter  t note  ⌫ delete  esc back  ? help  q quit
`,
  );
});

test('the smallest window has what was asked for and how many times as fast it was', () => {
  assert.equal(
    frameText(draw(several), smallest),
    `
╭─ fibtui ────────────────────────────────────── HISTORY ─╮
│ 1 of 4 runs, and 1 file that cannot be opened           │
│    when           workload  terms workers    speed-up   │
│ >   4 May 12:33   list     50,000       4      3.72 ×   │
│     4 May 12:30   pair     50,000       4      3.72 ×   │
│     4 May 12:25 ▲ list      1,000       4  can't tell   │
│     4 May 12:05   list     50,000       4      0.40 ×   │
│    broken.json.gz is cut off                            │
│                                                         │
├─ 4 May 2026, 12:33 ─────────────────────────────────────┤
│ Plan      list, 50,000 terms   64 tasks   4 workers     │
│ Result    pool is 3.72 times as fast as local (3.53 to  │
│           3.91, 94 % sure; limit 4)                     │
╰─────────────────────────────────────────────────────────╯
 enter open  / filter  ⌫ delete  esc back  … ? all keys
`,
  );
});

test('a wide window has the interval, the rounds and the notes as well', () => {
  assert.deepEqual(zoneLines(draw(several), 'list', { columns: 110 }).slice(0, 5), [
    '   when           workload  terms tasks workers   local    pool    speed-up  interval      note',
    '>   4 May 12:33   list     50,000    64       4  1.61 s  433 ms      3.72 ×  3.53 to 3.91',
    '    4 May 12:30   pair     50,000    64       4  1.61 s  433 ms      3.72 ×  3.53 to 3.91  before the ...',
    "    4 May 12:25 ▲ list      1,000 1,024       4  1.61 s  1.56 s  can't tell  0.98 to 1.08",
    '    4 May 12:05   list     50,000    64       4  1.61 s  4.03 s      0.40 ×  0.38 to 0.42',
  ]);
});

test('without Unicode it is the same in ASCII', () => {
  const marked = withMark(several);
  assert.deepEqual(zoneLines(draw(marked), 'list', { ascii: true }).slice(0, 5), [
    '   when           workload  terms tasks workers   local    pool    speed-up',
    '>+  4 May 12:33   list     50,000    64       4  1.61 s  433 ms      3.72 x',
    '    4 May 12:30   pair     50,000    64       4  1.61 s  433 ms      3.72 x',
    "    4 May 12:25 ! list      1,000 1,024       4  1.61 s  1.56 s  can't tell",
    '    4 May 12:05   list     50,000    64       4  1.61 s  4.03 s      0.40 x',
  ]);
});

const speedupIn = (given: Parameters<typeof savedRun>[1]): string | undefined =>
  zoneLines(draw(viewOf(savedRun(33, given))), 'list')[1]
    ?.split(/ {2,}/)
    .at(-1);

test('the speed-up of a run says what was shown', () => {
  assert.equal(speedupIn({ results: resultsWith('faster', 3.72) }), '3.72 ×');
  assert.equal(speedupIn({ results: resultsWith('slower', 0.4) }), '0.40 ×');
  assert.equal(speedupIn({ results: resultsWith('same', 1) }), 'the same');
  assert.equal(speedupIn({ results: resultsWith('undecided', 1.03) }), "can't tell");
  assert.equal(speedupIn({ results: resultsWith('too-few-rounds', 1.34) }), '(1.34 ×)');
  const without = { walls: { local: 9 }, speedups: [] };
  assert.equal(speedupIn({ results: without, plan: planWith({ rounds: 1 }) }), 'one round');
  assert.equal(speedupIn({ results: without, finished: false }), 'stopped');
  assert.equal(speedupIn({ results: without }), '–');
});

const resultIn = (given: Parameters<typeof savedRun>[1]): string | undefined =>
  zoneLines(draw(viewOf(savedRun(33, given))), 'detail', { columns: 160, rows: 30 })
    .find((row) => row.startsWith('Result'))
    ?.slice(10);

test('below the list the result is the verdict', () => {
  const verdict = 'pool is 3.72 times as fast as local (3.53 to 3.91, 94 % sure; limit 4)';
  assert.equal(resultIn({ verdict }), verdict);
  assert.equal(resultIn({ verdict, finished: false }), `stopped early: ${verdict}`);
});

test('a run of an older fibtui has no numbers until it is opened', () => {
  const { results: _, ...old } = savedRun(33, { verdict: 'open it', outdated: true });
  assert.match(zoneLines(draw(viewOf(old)), 'list')[1] ?? '', /64 +4 +5 +– +– +–$/);
  assert.ok(zoneLines(draw(viewOf(old)), 'detail').includes('Result    open it'));
});

test('ray has a column where a run has it, and no place where none has', () => {
  const cases = [...planWith({}).cases, { id: 'ray', workers: 8 }];
  const { walls, ...results } = resultsWith('faster', 3.72);
  const onRay = savedRun(34, {
    plan: planWith({ cases }),
    results: { ...results, walls: { ...walls, ray: 9660 } },
  });
  const rows = zoneLines(draw(viewOf(onRay, savedRun(33))), 'list').slice(0, 3);
  assert.deepEqual(rows, [
    '   when          workload  terms workers   local    pool     ray  speed-up',
    '>   4 May 12:34  list     50,000       4  1.61 s  433 ms  9.66 s    3.72 ×',
    '    4 May 12:33  list     50,000       4  1.61 s  433 ms            3.72 ×',
  ]);
  assert.doesNotMatch(zoneLines(draw(several), 'list').join('\n'), /\bray\b/);
});

test('a head is shortened where that makes room for a column', () => {
  const large = savedRun(33, { plan: planWith({ size: 10_000_000, tasks: 1_000_000 }) });
  const [heads] = zoneLines(draw(viewOf(large)), 'list', { columns: 84 });
  assert.match(heads ?? '', / tasks +wkrs /);
});

test('the machine has a column where the runs are of several', () => {
  const list = viewOf(savedRun(34, { machine: '別のマシン' }), savedRun(33));
  const wide = { columns: 130 };
  assert.match(zoneLines(draw(list), 'list', wide)[1] ?? '', /別のマシン$/);
  assert.doesNotMatch(zoneLines(draw(several), 'list', wide)[0] ?? '', /machine/);
});

test('a run of another year has its year in place of its time', () => {
  const old = savedRun(0, { when: new Date(2024, 1, 3, 9, 5).toISOString() });
  const [, first, second] = zoneLines(draw(viewOf(savedRun(33), old)), 'list');
  assert.match(first ?? '', /^> {3}4 May 12:33 /);
  assert.match(second ?? '', /^ {4}3 Feb 2024 /);
});

test('a file that cannot be opened is named with its reason, and can only be deleted', () => {
  const onFile = moved(several, 4);
  assert.equal(zoneLines(draw(onFile), 'list')[5], '>  broken.json.gz is cut off');
  assert.equal(zoneLines(draw(onFile), 'detail')[1], 'File      /runs/broken.json.gz is cut off.');
  assert.equal(keysText(draw(onFile)), 'space mark  / filter  ⌫ delete  esc back  ? help  q quit');
});

const headOf = (view: HistoryView, columns = 80): string | undefined =>
  zoneLines(draw(view), 'head', { columns })[0];

test('the cursor is counted among what it is on, the marks at the end of the row', () => {
  assert.equal(headOf(several), '1 of 4 runs, and 1 file that cannot be opened');
  const onFile = withMark(moved(several, 4));
  assert.match(headOf(onFile) ?? '', /^4 runs, and 1 of 1 file that .* opened +1 marked$/);
  assert.equal(headOf(emptyHistory), 'reading the saved runs');
});

test('what is typed takes the first row, and its keys the last', () => {
  const filtering: HistoryView = { ...several, doing: { type: 'filtering', before: '' } };
  assert.equal(headOf(withFilter(filtering, 'pair')), 'Show only runs with  pair_');
  assert.equal(keysText(draw(filtering)), 'enter keep the filter  esc leave it  ↑/↓ choose');
  const text = '猫'.repeat(longestNote);
  const noting: HistoryView = { ...several, doing: { type: 'annotating', path: '/a', text } };
  assert.match(headOf(noting, 60) ?? '', /^Note {2}猫{24}_$/);
  assert.equal(keysText(draw(noting)), 'enter keep the note  esc leave it as it was');
});

test('a filter that is kept says how many it shows, and escape leads back to all', () => {
  const kept = withFilter(several, 'pair');
  assert.equal(headOf(kept), '1 of 1 run with "pair"');
  assert.match(keysText(draw(kept)), /esc all runs/);
  const none = withFilter(several, 'nothing like it');
  assert.equal(zoneLines(draw(none), 'list')[0], 'No saved run matches.');
  assert.equal(keysText(draw(none)), '/ filter  esc all runs  ? help  q quit');
});

const asked = (view: HistoryView, paths: readonly string[], columns = 80): string =>
  keysText(draw({ ...view, doing: { type: 'deleting', paths } }), { columns });

test('to delete is asked first, and says what', () => {
  assert.equal(
    asked(several, ['/runs/33.json.gz'], 100),
    'backspace again deletes the run of 4 May 2026, 12:33 for good, any other key keeps it',
  );
  assert.equal(
    asked(several, ['/runs/33.json.gz'], 60),
    'backspace again deletes the run of 4 May 2026, 12:33',
  );
  const two = withMark(moved(withMark(several), 1));
  assert.equal(
    asked(two, [...two.marked]),
    'backspace again deletes the 2 marked runs for good, any other key keeps them',
  );
  assert.match(
    asked(withFilter(two, 'pair'), [...two.marked]),
    /the 2 marked runs \(1 not shown\)/,
  );
});

test('why something failed stands below the list', () => {
  const notice = 'The run file /runs/33.json.gz does not exist. Open another one.';
  assert.match(
    zoneLines(draw({ ...several, notice }), 'detail', smallest).join(' '),
    /! The run file \/runs\/33\.json\.gz does not exist/,
  );
});

test('an empty list says how it gets its runs', () => {
  const empty: HistoryView = { ...emptyHistory, list: { runs: [], skipped: [] } };
  assert.deepEqual(zoneLines(draw(empty), 'list', smallest).slice(0, 2), [
    'No run is saved yet: every run that ends on this screen',
    'will be.',
  ]);
  assert.equal(keysText(draw(empty)), 'esc back  ? help  q quit');
});

test('nothing moves but the list while the cursor goes through it', () => {
  const runs = Array.from({ length: 60 }, (_, minute) =>
    savedRun(59 - minute, minute % 3 === 0 ? { note: 'a note', finished: false } : {}),
  );
  const many: HistoryView = { ...emptyHistory, list: { runs, skipped: [] } };
  assert.equal(moved(many, -5).at, 0);
  assert.equal(moved(many, 500).at, 59);
  for (let at = 0; at < 60; at++) {
    const rows = frameText(draw({ ...many, at }), smallest).split('\n');
    const minute = String(59 - at).padStart(2, '0');
    assert.ok(rows.some((row) => row.startsWith(`│ >   4 May 12:${minute}`)));
    assert.match(rows[10] ?? '', /^├─ 4 May 2026, 12:/);
  }
});

test('it fills every window, and never more than that', () => {
  for (let columns = 60; columns <= 180; columns += 7) {
    for (let rows = 16; rows <= 60; rows += 5) {
      const long = draw({ ...several, notice: 'x '.repeat(200) });
      const lines = frameText(long, { columns, rows }).split('\n');
      assert.ok(lines.every(({ length }) => length < columns));
      assert.match(lines.at(-3) ?? '', /^╰─+╯$/);
    }
  }
});
