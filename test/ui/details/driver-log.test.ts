import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasDriverLog } from '../../../source/core/profile/logged-failures.ts';
import { widthOf } from '../../../source/core/text/cells.ts';
import { profileStateWith, type Ending } from '../../helpers/profiles/profiles.ts';
import { detailsScreen } from '../../helpers/screens/details-screens.ts';
import { frameText, keysText, rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { endedState } from '../../helpers/screens/ui-states.ts';

const message = 'The driver of fibtui-1 failed: ValueError: no such workload.';
const hint = 'See the end of the driver’s log, under details (d).';

const failing =
  (...log: readonly string[]): Ending =>
  () => ({ status: 'failed', failure: { code: 'ray-driver-error', message, hint, log } });

const logOf = (ray: readonly Ending[], top = 0) =>
  detailsScreen(endedState({ walls: { local: [10], ray } }), 'log', top);

const short = logOf([
  failing(
    'Traceback (most recent call last):',
    '  File "driver.py", line 12, in <module>',
    'ValueError: no such workload',
  ),
]);

const many = logOf(
  [failing(...Array.from({ length: 30 }, (_, index) => `line ${index + 1} of the log`))],
  25,
);

test('what failed, what to do, and the last lines of the log', () => {
  assert.equal(
    frameText(short, { columns: 60, rows: 16 }),
    `
╭─ details ──── rounds · accounting · trust · plan · LOG ─╮
├─ DRIVER'S LOG: ray, round 1 ────────────────────────────┤
│ ! The driver of fibtui-1 failed: ValueError: no such    │
│   workload. See the end of the driver’s log, under      │
│   details (d).                                          │
│                                                         │
│ Traceback (most recent call last):                      │
│   File "driver.py", line 12, in <module>                │
│ ValueError: no such workload                            │
│                                                         │
│                                                         │
│                                                         │
│                                                         │
╰─────────────────────────────────────────────────────────╯
 tab next page  d back to the overview  ? help  q quit
`,
  );
});

test('ASCII alone', () => {
  assert.deepEqual(zoneLines(short, 'page', { columns: 60, rows: 16, ascii: true }).slice(1, 4), [
    '! The driver of fibtui-1 failed: ValueError: no such',
    "  workload. See the end of the driver's log, under",
    '  details (d).',
  ]);
});

test('a long log scrolls to its end', () => {
  const rows = zoneLines(many, 'page', { columns: 60, rows: 16 });
  assert.deepEqual(
    [rows.length, rows[0], rows.at(-1)],
    [12, 'line 19 of the log', 'line 30 of the log'],
  );
  assert.match(keysText(many, { columns: 60, rows: 16 }), / 24 to 35 of 35$/);
});

test('every failed pass that left a log is there, in the order of the rounds', () => {
  const rows = rowsOf(logOf([failing('one'), 'failed', failing('two')]), { rows: 30 });
  const shown = rows.map((row) => row.replace(/^[│├]─? /, '').replace(/ [─│ ┤]*$/, ''));
  assert.deepEqual(
    shown.filter((row) => /^(DRIVER|one|two)/.test(row)),
    ["DRIVER'S LOG: ray, round 1", 'one', "DRIVER'S LOG: ray, round 3", 'two'],
  );
});

test('nothing in a log can leave its row or move the cursor', () => {
  const rows = rowsOf(logOf([failing('漢字 \u001B[2J\tend', 'x'.repeat(300), 'a\u202Eb')]));
  assert.ok(rows.every((row) => widthOf(row) === 79 && !/[\p{Cc}\p{Cf}]/u.test(row)));
  assert.ok(rows.some((row) => row.startsWith('│ 漢字  [2J end ')));
});

test('only a failed pass with lines of a log has one to show', () => {
  const has = (...ray: readonly Ending[]) => hasDriverLog(profileStateWith({ walls: { ray } }));
  assert.equal(has(10, failing('one')), true);
  assert.equal(has(10, failing()), false);
  assert.equal(has(10, 'failed', 'cancelled'), false);
  assert.equal(hasDriverLog(undefined), false);
});
