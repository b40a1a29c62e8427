import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../source/core/report/report-of.ts';
import { jsonOf } from '../../source/output/json.ts';
import { profileStateWith, stateWith } from '../helpers/profiles/profiles.ts';

const walls = { local: [40, 42, 41, 43, 44], pool: [20, 'failed', 'cancelled', 21, 22] } as const;
const report = reportOf(stateWith({ profile: profileStateWith({ walls }) }), '1.2.3')!;

test('JSON reads back as the report', () => {
  assert.deepEqual(JSON.parse(jsonOf(report)), report);
});

test('JSON is the report and nothing else, and ends its line', () => {
  const text = jsonOf(report);
  assert.ok(text.startsWith('{\n  "version": 1,\n  "fibtui": "1.2.3",\n'));
  assert.ok(text.endsWith('\n}\n'));
});
