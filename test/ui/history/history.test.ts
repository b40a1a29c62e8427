import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunSummary, SavedRun } from '../../../source/core/report/run-summary.ts';
import { emptyHistory, moved, type HistoryView } from '../../../source/ui/history/cursor.ts';
import { historyPicture } from '../../../source/ui/history/history.ts';
import { frameText, keysText, zoneLines, type Draw } from '../../helpers/screens/ui-frames.ts';

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
    rounds: 5,
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
  runs: [run(33), run(5, { finished: false, verdict: 'too few rounds for a verdict' })],
  skipped: [{ path: '/runs/broken.json.gz', reason: 'is cut off' }],
};

const view: HistoryView = { ...emptyHistory, list };

const draw =
  (given: HistoryView): Draw =>
  (room, theme) =>
    historyPicture(given, room, theme);

const smallest = { columns: 60, rows: 16 };

const zone = (name: 'head' | 'list' | 'detail', given: HistoryView) =>
  zoneLines(draw(given), name, smallest);

test('the list shows a run in a row, and all that is known of the one under the cursor', () => {
  assert.equal(
    frameText(draw(view), smallest),
    `
╭─ fibtui ────────────────────────────────────── HISTORY ─╮
│ 1 of 2 runs, and 1 file that cannot be opened           │
│ > 2026-05-04 12:33  n 50,000  N 64  P 4  pool wins: ... │
│   2026-05-04 12:05  n 50,000  N 64  P 4  interrupte ... │
│   broken.json.gz is cut off                             │
│                                                         │
│                                                         │
├─────────────────────────────────────────────────────────┤
│ Machine   Example CPU 9000   4 usable CPUs              │
│ Plan      n 50,000   N 64   P 4   list   5 rounds       │
│ Result    –                                             │
│ Verdict   pool wins: 3.72x faster than local (3.68 to   │
│           3.77), of at most 4x with 4 workers           │
╰─────────────────────────────────────────────────────────╯
 ↑/↓ choose  enter open  x delete  h back  ? help  q quit
`,
  );
});

test('the result of a run is its walls, its speed-ups and its worst trust level', () => {
  const results = {
    walls: { local: 1610, pool: 433 },
    speedups: [
      { case: 'pool', over: 'local', value: 3.72, low: 3.68, high: 3.77, outcome: 'faster' },
    ],
    trust: 'note',
  } as const;
  const shown = { ...view, list: { ...list, runs: [run(33, { results })] } };
  const [, , , row] = zoneLines(draw(shown), 'detail');
  assert.equal(row, 'Result    local 1.61 s   pool 433 ms   3.72x (3.68 to 3.77)   trust note');
});

test('numbers stand below each other, and the cursor is counted among what it is on', () => {
  const { plan } = run(0);
  const cases = [{ id: 'pool', workers: 128 }];
  const runs = [run(33), run(32, { plan: { ...plan, size: 2000, tasks: 1024, cases } })];
  const mixed: HistoryView = { ...view, at: 2, list: { ...list, runs } };
  assert.deepEqual(zone('head', mixed), ['2 runs, and 1 of 1 file that cannot be opened']);
  assert.deepEqual(
    zoneLines(draw(mixed), 'list')
      .slice(0, 2)
      .map((row) => row.slice(0, 54)),
    [
      '  2026-05-04 12:33  n 50,000  N    64  P   4  pool win',
      '  2026-05-04 12:32  n  2,000  N 1,024  P 128  pool win',
    ],
  );
});

test('a file that cannot be opened is named with its reason, and can only be deleted', () => {
  const onFile = moved(view, 2);
  assert.equal(zone('list', onFile)[2], '> broken.json.gz is cut off');
  assert.deepEqual(zone('detail', onFile), ['──', 'File      /runs/broken.json.gz is cut off.']);
  assert.match(keysText(draw(onFile), smallest), /^↑\/↓ choose {2}x delete {2}h back/);
});

test('what is known of the run under the cursor stands below the list', () => {
  assert.deepEqual(zone('detail', moved(view, 1)), [
    '──',
    'Machine   Example CPU 9000   4 usable CPUs',
    'Plan      n 50,000   N 64   P 4   list   5 rounds',
    'Result    –',
    'Verdict   interrupted: too few rounds for a verdict',
  ]);
});

test('to delete is asked first', () => {
  const asked = keysText(draw({ ...view, asking: true }), smallest);
  assert.equal(asked, 'x again deletes it for good, any other key keeps it');
});

test('why something failed stands below the run', () => {
  const notice = 'The run file /runs/33.json.gz does not exist. Open another one.';
  assert.match(
    zone('detail', { ...view, notice })
      .slice(-2)
      .join(' '),
    /^! The run file \/runs\/33\.json\.gz does not exist/,
  );
});

test('an empty list says how it gets its runs, and one that is read says so', () => {
  const empty: HistoryView = { ...emptyHistory, list: { runs: [], skipped: [] } };
  assert.match(zone('list', empty)[0] ?? '', /^No run is saved yet/);
  assert.deepEqual(zone('head', emptyHistory), ['reading the saved runs']);
});

test('the cursor stays within the list, and the list around the cursor', () => {
  const runs = Array.from({ length: 60 }, (_, minute) => run(59 - minute));
  const many: HistoryView = { ...emptyHistory, list: { runs, skipped: [] } };
  assert.equal(moved(many, -5).at, 0);
  assert.equal(moved(many, 500).at, 59);
  for (let at = 0; at < 60; at++) {
    const minute = String(59 - at).padStart(2, '0');
    const rows = zone('list', { ...many, at });
    assert.ok(rows.some((row) => row.startsWith(`> 2026-05-04 12:${minute}`)));
  }
});

test('it fills every window, and never more than that', () => {
  for (let columns = 60; columns <= 180; columns += 7) {
    for (let rows = 16; rows <= 60; rows += 5) {
      const long = draw({ ...view, notice: 'x '.repeat(200) });
      const lines = frameText(long, { columns, rows }).split('\n');
      assert.ok(lines.every(({ length }) => length < columns));
      assert.match(lines.at(-3) ?? '', /^╰─+╯$/);
    }
  }
});
