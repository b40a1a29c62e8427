import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedHead, type Saved } from '../../source/output/saved-head.ts';
import { machineWith } from '../helpers/profiles/profiles.ts';

const saved: Saved = {
  report: {
    startedAt: new Date(2026, 10, 30, 1, 38).toISOString(),
    machine: machineWith(),
  },
};

const annotated: Saved = { ...saved, note: 'before the update, with the old scheduler' };

test('above a saved summary stands when and where it was measured, and its note', () => {
  assert.equal(
    savedHead('summary', saved, { ascii: false }),
    'Shown:   the saved run of 30 Nov 2026, 01:38, on AMD EPYC 9554\n\n',
  );
  assert.equal(
    savedHead('summary', annotated, { ascii: false, columns: 40 }),
    `Shown:   the saved run of 30 Nov 2026,
         01:38, on AMD EPYC 9554
Note:    before the update, with the old
         scheduler

`,
  );
});

test('in sentences it is a sentence', () => {
  assert.equal(
    savedHead('sentences', annotated, { ascii: false }),
    'This is the saved run of 30 Nov 2026, 01:38, on AMD EPYC 9554.\nNote: before the update, with the old scheduler\n',
  );
});

test('data has nothing above it', () => {
  assert.equal(savedHead('json', annotated, { ascii: false }), '');
});
