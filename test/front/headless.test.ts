import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../source/core/plan/plan.ts';
import { UsageError } from '../../source/core/failure.ts';
import type { Settings } from '../../source/core/plan/settings.ts';
import { runHeadless } from '../../source/front/headless.ts';
import { fakeSession, type FakeSession } from '../helpers/session/fake-session.ts';
import { finished, machineWith, settingsWith, stateWith } from '../helpers/profiles/profiles.ts';

/** A machine with 2 GB free: five lists of 100,000 terms need 2.23 GB. */
const crowded = stateWith({
  machine: machineWith({ memory: { total: 2e9, free: 2e9, limit: 2e9 } }),
});

/** Plays every pass of the plan to its end. */
const sessionOf = (state = stateWith()): FakeSession =>
  fakeSession({
    state,
    play(plan, session) {
      session.tell({ type: 'profile-started', plan, startedAt: '' });
      for (const pass of plan.passes) {
        session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 10) });
      }

      session.tell({ type: 'profile-finished', interrupted: false });
    },
  });

const optionsWith = (given: Partial<Settings>) => ({ settings: settingsWith(given) });

test('the plan of the settings is run', async () => {
  const session = sessionOf();
  await runHeadless(session, optionsWith({ rounds: 3 }));
  assert.deepEqual(session.log, ['prepare', 'start']);
  assert.equal(session.state().profile?.passes.length, 6);
});

test('a plan that needs too much memory is refused with the ways out, and nothing runs', async () => {
  const session = sessionOf(crowded);
  await assert.rejects(
    runHeadless(session, optionsWith({ size: 100_000 })),
    new UsageError(
      'list needs 2.29 GB at once: 114 % of what is free; use --workload pair, a smaller --size or fewer --workers, or add --force.',
    ),
  );
  assert.deepEqual(session.log, ['prepare']);
});

test('force runs it anyway', async () => {
  const session = sessionOf(crowded);
  await runHeadless(session, optionsWith({ size: 100_000, force: true }));
  assert.deepEqual(session.log, ['prepare', 'start']);
});

test('a plan that fits is not refused on the same machine', async () => {
  const session = sessionOf(crowded);
  await runHeadless(session, optionsWith({ size: 50_000 }));
  assert.deepEqual(session.log, ['prepare', 'start']);
});
