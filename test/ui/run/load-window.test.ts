import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadWindow } from '../../../source/ui/run/load-window.ts';
import { profileStateWith, type Walls } from '../../helpers/profiles/profiles.ts';

const windowOf = (walls: Walls) => loadWindow(profileStateWith({ walls }));

test('two rounds fit in it, within ten seconds to a minute', () => {
  assert.equal(windowOf({ local: [10], pool: [5] }), 10_000);
  assert.equal(windowOf({ local: [3400], pool: [1600] }), 10_000);
  assert.equal(windowOf({ local: [3500], pool: [1600] }), 15_000);
  assert.equal(windowOf({ local: [100_000], pool: [50_000] }), 60_000);
});

test('rounds after the first do not change it', () => {
  assert.equal(windowOf({ local: [3400, 9000, 9000], pool: [1600, 9000, 9000] }), 10_000);
});

test('before a case has run its forecast counts, and without one half a minute is shown', () => {
  assert.equal(windowOf({ local: [undefined], pool: [undefined] }), 10_000);
  const profile = profileStateWith({ walls: { local: [undefined], pool: [undefined] } });
  assert.equal(loadWindow({ ...profile, under: {} }), 30_000);
});
