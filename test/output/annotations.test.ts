import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../source/core/report/report-of.ts';
import { annotationsOf } from '../../source/output/annotations.ts';
import { profileStateWith, stateWith, type ProfileRequest } from '../helpers/profiles/profiles.ts';

const annotations = (request: ProfileRequest): readonly string[] =>
  annotationsOf(reportOf(stateWith({ profile: profileStateWith(request) }), '1.2.3')!);

const quiet = { during: 1000, others: 10, stolen: 0, throttled: 0, temperature: 50 };

test('a run in which all is well has none', () => {
  const walls = { local: [100, 101], pool: [50, 51] };
  assert.deepEqual(annotations({ walls, conditions: quiet }), []);
});

test('what failed and what may have moved the numbers are warnings, in one line each', () => {
  const failure = { code: 'x', message: 'It\r\nused 100 %.', hint: 'Look.' };
  const failed = () => ({ status: 'failed', failure }) as const;
  const found = annotations({
    walls: { local: [100], pool: [failed] },
    conditions: { ...quiet, others: 4000 },
  });
  assert.equal(
    found[0],
    '::warning title=fibtui::pool, round 1 failed: It%0D%0Aused 100 %25. Look.',
  );
  assert.match(found[1] ?? '', /^::warning title=fibtui::other programs 25 %25: /);
  assert.equal(found.length, 2);
});
