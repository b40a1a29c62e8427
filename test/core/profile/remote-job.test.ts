import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remoteJob } from '../../../source/core/profile/remote-job.ts';
import type { RunningPass, State } from '../../../source/core/profile/state.ts';
import { rayState } from '../../helpers/screens/ui-states.ts';

const running = ({ profile }: State): RunningPass => {
  assert.ok(profile?.activity.type === 'running');
  return profile.activity;
};

const withPass = (state: State, more: Partial<RunningPass>): State => ({
  ...state,
  profile: { ...state.profile!, activity: { ...running(state), ...more } },
});

const submitted = withPass(rayState({}), { remote: { phases: [], job: 'fibtui-1' } });

test('a job on a cluster is remote while its pass runs', () => {
  assert.deepEqual(remoteJob(submitted), { id: 'fibtui-1', at: 'http://10.0.0.1:8265' });
});

test('a pass that is not submitted yet, or has ended, has no remote job', () => {
  assert.equal(remoteJob(rayState({})), undefined);
  const ended = { type: 'ended', at: 1, interrupted: true } as const;
  const profile = { ...submitted.profile!, activity: ended };
  assert.equal(remoteJob({ ...submitted, profile }), undefined);
});

test('a job on our own head ends with the program', () => {
  const here = { ...running(submitted).case, cluster: { at: 'start', here: true } };
  assert.equal(remoteJob(withPass(submitted, { case: here })), undefined);
});
