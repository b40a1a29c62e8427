import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunSummary, SavedRun } from '../../../source/core/report/run-summary.ts';
import { emptyHistory, moved, type HistoryView } from '../../../source/ui/history/cursor.ts';
import { historyPicture } from '../../../source/ui/history/history.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';

const run = (minute: number, given: Partial<RunSummary> = {}): SavedRun => ({
  path: `/runs/${minute}.json.gz`,
  fibtui: '1.2.3',
  // In the local time zone.
  when: new Date(2026, 4, 4, 12, minute).toISOString(),
  machine: 'Example CPU 9000',
  cpus: 4,
  plan: {
    workload: 'list',
    size: 50_000,
    tasks: 64,
    repeats: 5,
    cases: [
      { id: 'local', workers: 1 },
      { id: 'pool', workers: 4 },
    ],
  },
  verdict: 'pool wins: 3.72x faster than local (3.68 to 3.77), of at most 4x with 4 workers',
  finished: true,
  ...given,
});

const list = {
  runs: [run(33), run(5, { finished: false, verdict: 'too few repeats for a verdict' })],
  skipped: [{ path: '/runs/broken.json.gz', reason: 'is cut off' }],
};

const view: HistoryView = { ...emptyHistory, list };

const shown = (given: HistoryView, columns = 60, rows = 16) =>
  frameText((room, theme) => historyPicture(given, room, theme), { columns, rows });

test('the list shows a run in a row, and all that is known of the one under the cursor', () => {
  assert.equal(
    shown(view),
    `
╭─ fibtui ────────────────────────────────────── HISTORY ─╮
│ 1 of 2 runs, and 1 file that cannot be opened           │
│ > 2026-05-04 12:33  n 50,000  N 64  P 4  pool wins: ... │
│   2026-05-04 12:05  n 50,000  N 64  P 4  interrupte ... │
│   broken.json.gz is cut off                             │
│                                                         │
│                                                         │
│                                                         │
├─────────────────────────────────────────────────────────┤
│ Machine   Example CPU 9000   4 usable CPUs              │
│ Plan      n 50,000   N 64   P 4   list   5 repeats      │
│ Verdict   pool wins: 3.72x faster than local (3.68 to   │
│           3.77), of at most 4x with 4 workers           │
╰─────────────────────────────────────────────────────────╯
 ↑/↓ choose  enter open  x delete  h back  ? help  q quit
`,
  );
});

test('numbers stand below each other, and the cursor is counted among what it is on', () => {
  const { plan } = run(0);
  const cases = [{ id: 'pool', workers: 128 }];
  const runs = [run(33), run(32, { plan: { ...plan, size: 2000, tasks: 1024, cases } })];
  const mixed: HistoryView = { ...view, at: 2, list: { ...list, runs } };
  const rows = shown(mixed, 80).split('\n').slice(2, 5);
  assert.deepEqual(
    rows.map((row) => row.slice(2, 56).trimEnd()),
    [
      '2 runs, and 1 of 1 file that cannot be opened',
      '  2026-05-04 12:33  n 50,000  N    64  P   4  pool win',
      '  2026-05-04 12:32  n  2,000  N 1,024  P 128  pool win',
    ],
  );
});

test('a file that cannot be opened is named with its reason, and can only be deleted', () => {
  const text = shown(moved(view, 2));
  assert.match(text, /> broken\.json\.gz is cut off/);
  assert.match(text, /File +\/runs\/broken\.json\.gz is cut off\./);
  assert.match(text, /↑\/↓ choose {2}x delete {2}h back/);
});

test('to delete is asked first', () => {
  assert.match(shown({ ...view, asking: true }), /x again deletes it for good, any other key/);
});

test('why something failed stands below the run', () => {
  const notice = 'The run file /runs/33.json.gz does not exist. Open another one.';
  assert.match(shown({ ...view, notice }), /! The run file \/runs\/33\.json\.gz does not exist/);
});

test('an empty list says how it gets its runs, and one that is read says so', () => {
  assert.match(shown({ ...emptyHistory, list: { runs: [], skipped: [] } }), /No run is saved yet/);
  assert.match(shown(emptyHistory), /reading the saved runs/);
});

test('the cursor stays within the list, and the list around the cursor', () => {
  const runs = Array.from({ length: 60 }, (_, minute) => run(59 - minute));
  const many: HistoryView = { ...emptyHistory, list: { runs, skipped: [] } };
  assert.equal(moved(many, -5).at, 0);
  assert.equal(moved(many, 500).at, 59);
  for (let at = 0; at < 60; at++) {
    const minute = String(59 - at).padStart(2, '0');
    assert.match(shown({ ...many, at }), new RegExp(`> 2026-05-04 12:${minute}`));
  }
});

test('it fills every window, and never more than that', () => {
  for (let columns = 60; columns <= 180; columns += 7) {
    for (let rows = 16; rows <= 60; rows += 5) {
      const lines = shown({ ...view, notice: 'x '.repeat(200) }, columns, rows).split('\n');
      assert.ok(lines.every(({ length }) => length < columns));
      assert.match(lines.at(-3) ?? '', /^╰─+╯$/);
    }
  }
});
