import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planSentences } from '../../../source/front/plain/plan-text.ts';
import { calibrationWith, settingsWith, stateWith } from '../../helpers/profiles/profiles.ts';

test('a plan is told in the sentences of the setup screen, with its time, its memory, and what may disturb it', () => {
  const calibrations = { list: calibrationWith({ a: 0, b: 0, c: 3.6e-9 }) };
  const settings = settingsWith({ size: 50_000, tasks: 200 });
  assert.deepEqual(planSentences(settings, stateWith({ calibrations })), [
    '200 sequences of 50,000 terms, one after another (local, about 1.8 s) and 4 at a time (pool, about 0.45 s), five times in turns.',
    'About 11 s in all. Memory: 618 MB at once, 4 % of what is free.',
    'The machine is quiet.',
  ]);
});

test('before the machine is detected there is nothing to say', () => {
  const { machine: _, ...undetected } = stateWith();
  assert.deepEqual(planSentences(settingsWith(), undetected), []);
});
