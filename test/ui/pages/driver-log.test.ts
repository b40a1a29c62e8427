import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widthOf } from '../../../source/core/text/cells.ts';
import { driverLogPage } from '../../../source/ui/pages/driver-log.ts';
import { hasDriverLog } from '../../../source/core/profile/logged-failures.ts';
import { pagerPicture } from '../../../source/ui/parts/pager.ts';
import { profileStateWith, type Ending } from '../../helpers/profiles/profiles.ts';
import {
  frameText,
  keysText,
  rowsOf,
  zoneLines,
  type Draw,
} from '../../helpers/screens/ui-frames.ts';

const message = 'The driver of fibtui-1 failed: ValueError: no such workload.';
const hint = 'See the end of the driver’s log, under details (d).';

const failing =
  (...log: readonly string[]): Ending =>
  () => ({ status: 'failed', failure: { code: 'ray-driver-error', message, hint, log } });

const logOf =
  (ray: readonly Ending[], top = 0): Draw =>
  (room, theme) =>
    pagerPicture(
      { page: driverLogPage(profileStateWith({ walls: { local: [10], ray } }), room), top },
      room,
      theme,
    );

const traceback = [
  'Traceback (most recent call last):',
  '  File "driver.py", line 12, in <module>',
  'ValueError: no such workload',
];

const short = logOf([failing(...traceback)]);

const many = logOf(
  [failing(...Array.from({ length: 30 }, (_, index) => `line ${index + 1} of the log`))],
  25,
);

test('what failed, what to do, and the last lines of the log', () => {
  assert.equal(
    frameText(short, { columns: 60, rows: 16 }),
    `
╭─ fibtui ───────────────────────────────── DRIVER'S LOG ─╮
│ ray, round 1                                            │
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
 ↑/↓ scroll  pgup pgdn page  d back   lines 1 to 8 of 8
`,
  );
});

test('ASCII alone', () => {
  assert.deepEqual(zoneLines(short, 'page', { columns: 60, rows: 16, ascii: true }), [
    'ray, round 1',
    '! The driver of fibtui-1 failed: ValueError: no such',
    "  workload. See the end of the driver's log, under",
    '  details (d).',
    '',
    'Traceback (most recent call last):',
    '  File "driver.py", line 12, in <module>',
    'ValueError: no such workload',
  ]);
  assert.equal(
    keysText(short, { columns: 60, rows: 16, ascii: true }),
    'up/down scroll  pgup pgdn page  d back   lines 1 to 8 of 8',
  );
});

test('it scrolls as the help does', () => {
  assert.deepEqual(zoneLines(many, 'page', { columns: 60, rows: 16 }), [
    'line 19 of the log',
    'line 20 of the log',
    'line 21 of the log',
    'line 22 of the log',
    'line 23 of the log',
    'line 24 of the log',
    'line 25 of the log',
    'line 26 of the log',
    'line 27 of the log',
    'line 28 of the log',
    'line 29 of the log',
    'line 30 of the log',
  ]);
  assert.equal(
    keysText(many, { columns: 60, rows: 16 }),
    '↑/↓ scroll  pgup pgdn page  d back   lines 24 to 35 of 35',
  );
});

test('every failed pass that left a log is there, in the order of the rounds', () => {
  const rows = rowsOf(logOf([failing('one'), 'failed', failing('two')]), { rows: 30 });
  const shown = rows.map((row) => row.slice(2, -2).trimEnd());
  assert.deepEqual(
    shown.filter((row) => /^(ray,|one|two)/.test(row)),
    ['ray, round 1', 'one', 'ray, round 3', 'two'],
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
