import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../source/core/report/report-of.ts';
import { summaryOf } from '../../source/output/summary.ts';
import {
  calibrationWith,
  machineWith,
  profileStateWith,
  stateWith,
} from '../helpers/profiles/profiles.ts';

function summaryLines(columns?: number): readonly string[] {
  const profile = profileStateWith({ walls: { local: [100], pool: [50] } });
  const calibrations = { list: calibrationWith() };
  const report = reportOf(stateWith({ machine: machineWith(), calibrations, profile }), '1.2.3');
  assert.ok(report);
  return summaryOf(report, { ascii: false, ...(columns === undefined ? {} : { columns }) })
    .trimEnd()
    .split('\n');
}

test('a wide summary has the command that repeats the run in one row, above the verdict', () => {
  assert.equal(
    summaryLines(120).at(-2),
    'Again:   fibtui --workload list --size 1000 --tasks 8 --engines local,pool --workers 4 --rounds 1',
  );
});

test('elsewhere the command stands in rows that a shell reads as one', () => {
  assert.deepEqual(summaryLines().slice(-3, -1), [
    'Again:   fibtui --workload list --size 1000 --tasks 8 --engines local,pool \\',
    '         --workers 4 --rounds 1',
  ]);
});
