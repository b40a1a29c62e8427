import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { machineWith, settingsWith, stateWith } from '../../helpers/profiles/profiles.ts';

/** 2 GB are free, but five lists of 100,000 terms need 2.29 GB. */
const memory = { total: 2e9, free: 2e9, limit: 2e9 };
const state = stateWith({ machine: machineWith({ memory }) });
const large = settingsWith({ size: 100_000 });

test('settings that fit are started, and their end can be awaited', async () => {
  let end = () => {};
  const play = async () => new Promise<void>((resolve) => (end = resolve));
  const session = fakeSession({ state, play });
  const attempt = await session.run(settingsWith({ size: 50_000 }));
  assert.ok(attempt.status === 'started');
  assert.deepEqual(session.log, ['prepare', 'start']);
  end();
  await attempt.ended;
});

test('settings that need too much memory are refused with the reason, unless forced', async () => {
  const session = fakeSession({ state });
  assert.deepEqual(await session.run(large), {
    status: 'refused',
    refusal: 'list needs 2.29 GB at once: 114 % of what is free',
    cause: 'work',
  });
  assert.deepEqual(session.log, ['prepare']);
  assert.equal((await session.run({ ...large, force: true })).status, 'started');
});

test('an aborted start rejects and does not start', async () => {
  const session = fakeSession({ state });
  await assert.rejects(session.run(settingsWith({}), AbortSignal.abort()), { name: 'AbortError' });
  assert.deepEqual(session.log, ['prepare']);
});
