import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { profileStateWith } from '../../helpers/profiles/profiles.ts';
import { keysText, rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { screen, profileOf, two, small } from '../../helpers/screens/timeline-screens.ts';

test('an engine that failed says so in its place, beside those that did not', () => {
  assert.deepEqual(zoneLines(screen(two, { round: 3 }), 'rows', small), [
    '── WHAT EACH WORKER DID',
    'local w1 ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇  1.79 s',
    'pool     ! pool: worker 2 died. Run it again with f ...',
    '         │0        │0.5 s     │1.0 s    │1.5 s',
  ]);
});

test('alone it says all of it', () => {
  const draw = screen(two, { round: 3, case: 'pool' });
  assert.deepEqual(zoneLines(draw, 'head', small), ['pool alone   round 3 of 3', '']);
  assert.deepEqual(zoneLines(draw, 'reason', small), [
    '! pool: worker 2 died. Run it again with fewer workers.',
  ]);
  assert.equal(keysText(draw, small), 'esc back  c all engines  , . round  ? help  q quit');
});

test('an engine that was cancelled or did not run says so', () => {
  const profile = profileOf(2, 20, { pool: ['cancelled', undefined, undefined] });
  const reasonIn = (round: number) =>
    zoneLines(screen(profile, { case: 'pool', round }), 'reason', small);
  assert.deepEqual(reasonIn(1), ['pool: cancelled: nothing of it is kept']);
  assert.deepEqual(reasonIn(2), ['pool: did not run in round 2']);
});

test('before anything has run there is nothing to see, nor keys for it', () => {
  const opening = profileStateWith({ walls: { pool: [undefined] }, activity: { type: 'opening' } });
  const rows = rowsOf(screen(opening, {}, { quits: false }), small);
  assert.match(rows[3] ?? '', /^│ pool: still to come +│$/);
  assert.equal(rows.at(-1)?.trim(), 'esc back  ? help');
});

test('a pass without a task says so', () => {
  const empty = () => ({ status: 'finished', wall: 10, spans: spansOf([]) }) as const;
  const rows = rowsOf(screen(profileOf(2, 4, { pool: [empty] }), { case: 'pool' }));
  assert.match(rows[3] ?? '', /^│ pool: no task was reported +│$/);
});

test('during a run q is no key', () => {
  assert.match(rowsOf(screen(two)).at(-1) ?? '', /q quit/);
  assert.doesNotMatch(rowsOf(screen(two, {}, { quits: false })).at(-1) ?? '', /q quit/);
});
