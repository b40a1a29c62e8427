import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotate } from '../../../source/front/ending/annotate.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { profileStateWith, stateWith } from '../../helpers/profiles/profiles.ts';

function annotated(env: NodeJS.ProcessEnv): string {
  const profile = profileStateWith({ walls: { local: [100], pool: ['failed'] } });
  let printed = '';
  const stderr = { write: (text: string) => Boolean((printed += text)) };
  annotate(fakeSession({ state: stateWith({ profile }) }), {
    stderr,
    env,
  } as Pick<NodeJS.Process, 'stderr' | 'env'>);
  return printed;
}

test('in GitHub Actions a failure is marked on standard error', () => {
  assert.equal(
    annotated({ GITHUB_ACTIONS: 'true' }),
    '::warning title=fibtui::pool, round 1 failed: pool: worker 2 died. Run it again with fewer workers.\n',
  );
});

test('elsewhere nothing is', () => {
  assert.equal(annotated({ CI: 'true' }), '');
});
