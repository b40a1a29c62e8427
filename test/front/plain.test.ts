import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../source/core/plan/plan.ts';
import { UsageError } from '../../source/core/failure.ts';
import { planOf } from '../../source/core/plan/plan-of.ts';
import { circumstancesOf } from '../../source/core/profile/state.ts';
import type { Settings } from '../../source/core/plan/settings.ts';
import { runHeadless } from '../../source/front/plain.ts';
import {
  fakeSession,
  type FakeSession,
  type FakeSessionRequest,
} from '../helpers/session/fake-session.ts';
import { finished, machineWith, settingsWith, stateWith } from '../helpers/profiles/profiles.ts';

/** A machine with 2 GB free: five lists of 100,000 terms need 2.23 GB. */
const crowded = stateWith({
  machine: machineWith({ memory: { total: 2e9, free: 2e9, limit: 2e9 } }),
});

/** Plays every pass of the plan to its end. */
const sessionOf = (state = stateWith(), given: FakeSessionRequest = {}): FakeSession =>
  fakeSession({
    state,
    ...given,
    play(plan, session) {
      session.tell({ type: 'profile-started', plan, startedAt: '' });
      for (const pass of plan.passes) {
        session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 10) });
      }

      session.tell({ type: 'profile-finished', interrupted: false });
    },
  });

const optionsWith = (given: Partial<Settings>) => ({
  settings: settingsWith(given),
  output: 'summary' as const,
  ascii: false,
  ray: {},
  save: 'shown' as const,
});

test('the plan of the settings is run', async () => {
  const session = sessionOf();
  await runHeadless({ session, options: optionsWith({ rounds: 3 }) });
  assert.deepEqual(session.log, ['prepare', 'start']);
  assert.equal(session.state().profile?.passes.length, 6);
});

test('progress tells of the calibration and of every pass', async () => {
  const lines: string[] = [];
  const session = sessionOf();
  const progress = (line: string) => void lines.push(line);
  await runHeadless({ session, options: optionsWith({ rounds: 1 }), progress });
  assert.deepEqual(lines, [
    'calibrating list',
    '1/2   round 1   local   10.0 ms',
    '2/2   round 1   pool   10.0 ms',
  ]);

  session.tell({ type: 'profile-started', plan: session.state().profile!.plan, startedAt: '' });
  session.tell({ type: 'warm-up-started', case: 'local' });
  assert.equal(lines.length, 3, 'after the run nothing is said');
});

test('progress tells of the cluster that is asked before there is a plan', async () => {
  const lines: string[] = [];
  const session = sessionOf(stateWith(), {
    async prepare(settings, { tell, state }) {
      tell({ type: 'cluster-sought', target: { at: 'start', from: '--ray' } });
      return planOf(settings, circumstancesOf(state(), settings.workload)!);
    },
  });
  await runHeadless({
    session,
    options: optionsWith({ rounds: 1, engines: ['local'] }),
    progress: (line) => void lines.push(line),
  });
  assert.deepEqual(lines, [
    'calibrating list',
    'starting Ray on this machine',
    '1/1   round 1   local   10.0 ms',
  ]);
});

test('a plan that needs too much memory is refused with the ways out, and nothing runs', async () => {
  const session = sessionOf(crowded);
  await assert.rejects(
    runHeadless({ session, options: optionsWith({ size: 100_000 }) }),
    new UsageError(
      'list needs 2.29 GB at once: 114 % of what is free; take --workload pair, a smaller --size or fewer --workers, or add --force.',
    ),
  );
  assert.deepEqual(session.log, ['prepare']);
});

test('force runs it all the same', async () => {
  const session = sessionOf(crowded);
  await runHeadless({ session, options: optionsWith({ size: 100_000, force: true }) });
  assert.deepEqual(session.log, ['prepare', 'start']);
});

test('a plan that fits is not refused on the same machine', async () => {
  const session = sessionOf(crowded);
  await runHeadless({ session, options: optionsWith({ size: 50_000 }) });
  assert.deepEqual(session.log, ['prepare', 'start']);
});
