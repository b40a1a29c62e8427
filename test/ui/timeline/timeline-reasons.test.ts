import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { profileStateWith } from '../../helpers/profiles/profiles.ts';
import { keysText, rowsOf, zoneLines } from '../../helpers/screens/ui-frames.ts';
import { screen, profileOf, two, small } from '../../helpers/screens/timeline-screens.ts';

test('a failed pass says why there is nothing to see', () => {
  const draw = screen(two, { round: 3 });
  assert.deepEqual(zoneLines(draw, 'head', small), ['P pool   round 3 of 3', '']);
  assert.deepEqual(zoneLines(draw, 'reason', small), [
    '! pool: worker 2 died. Run it again with fewer workers.',
  ]);
  assert.equal(keysText(draw, small), 'g back  c case  ,/. round  ? help  q quit');
});

test('a cancelled pass says so', () => {
  const draw = screen(profileOf(2, 20, { pool: ['cancelled', undefined, undefined] }), {
    case: 'pool',
  });
  assert.deepEqual(zoneLines(draw, 'head', small), ['P pool   round 1 of 3', '']);
  assert.deepEqual(zoneLines(draw, 'reason', small), [
    'This pass was cancelled: nothing of it is kept.',
  ]);
  assert.equal(keysText(draw, small), 'g back  c case  ? help  q quit');
});

test('before a pass of a case has ended there is none to see, nor keys for it', () => {
  const opening = profileStateWith({ walls: { pool: [undefined] }, activity: { type: 'opening' } });
  const rows = rowsOf(screen(opening, {}, false), small);
  assert.match(rows[3] ?? '', /^│ No pass of pool has ended yet\. +│$/);
  assert.equal(rows.at(-1)?.trim(), 'g back  ? help');
});

test('a pass without a task says so', () => {
  const empty = () => ({ status: 'finished', wall: 10, spans: spansOf([]) }) as const;
  const rows = rowsOf(screen(profileOf(2, 4, { pool: [empty] })));
  assert.match(rows[3] ?? '', /^│ This pass tells of no task\. +│$/);
});

test('during a run q is no key', () => {
  assert.match(rowsOf(screen(two)).at(-1) ?? '', /q quit/);
  assert.doesNotMatch(rowsOf(screen(two, {}, false)).at(-1) ?? '', /q quit/);
});
