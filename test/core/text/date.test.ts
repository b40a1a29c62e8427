import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longDate, shortDate, sortedDate } from '../../../source/core/text/date.ts';

/** As a run file has it; in the local time zone. */
const moment = new Date(2026, 10, 3, 1, 8).toISOString();

test('a date is written as its reader’s clock showed it', () => {
  assert.equal(shortDate(moment, 2026), '3 Nov 01:08');
  assert.equal(longDate(moment), '3 Nov 2026, 01:08');
  assert.equal(sortedDate(moment), '2026-11-03');
});

test('in another year the year matters more than the time', () => {
  assert.equal(shortDate(moment, 2027), '3 Nov 2026');
});
