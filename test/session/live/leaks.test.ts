import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsWith } from '../../helpers/profiles/profiles.ts';
import { untilAtMost, threads } from '../../helpers/pool/threads.ts';
import { runToEnd } from '../../helpers/session/run-to-end.ts';
import { openInProcess } from '../../../source/host/in-process.ts';
import { openSession } from '../../../source/session/live/session.ts';

const handles = (): number => process.getActiveResourcesInfo().length;

/** `benchmark/leaks.ts` checks the memory, which takes longer. */
test('run after run in one session leaves no thread and no handle behind', async (t) => {
  const session = openSession({
    version: '1.2.3',
    libraries: {},
    ray: { environment: {}, home: '' },
    openHost: openInProcess,
  });
  t.after(session.close);
  const settings = settingsWith({ size: 100, tasks: 2, rounds: 1, workers: 2 });
  const most = { threads: 0, handles: 0 };
  for (let run = 0; run < 20; run++) {
    await runToEnd(session, settings);
    assert.equal(session.state().profile?.passes.length, 2);
    if (run < 10) {
      most.threads = Math.max(most.threads, threads());
      most.handles = Math.max(most.handles, handles());
    }
  }

  await untilAtMost(most.handles, handles);
  await untilAtMost(most.threads, threads);
});
