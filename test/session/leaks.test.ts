import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { settingsWith } from '../helpers/profiles.ts';
import { openSession } from '../../source/session/session.ts';

const threads = (): number =>
  process.platform === 'linux' ? readdirSync('/proc/self/task').length : 0;

/** Memory is for `benchmark/leaks.ts`, which takes its time. */
test('run after run in one session leaves no thread and no handle behind', async (t) => {
  const session = openSession({
    version: '1.2.3',
    libraries: {},
    ray: { environment: {}, home: '' },
  });
  t.after(session.close);
  const plan = await session.prepare(settingsWith({ size: 100, tasks: 2, repeats: 1, workers: 2 }));
  const readings: { readonly threads: number; readonly handles: number }[] = [];
  for (let run = 0; run < 20; run++) {
    await session.start(plan);
    assert.equal(session.state().profile?.passes.length, 2);
    readings.push({ threads: threads(), handles: process.getActiveResourcesInfo().length });
  }

  const after = readings.splice(10);
  const most = (of: 'threads' | 'handles') => Math.max(...readings.map((reading) => reading[of]));
  for (const { threads, handles } of after.slice(-1)) {
    assert.ok(threads <= most('threads'), `${threads} threads`);
    assert.ok(handles <= most('handles'), `${handles} handles`);
  }
});
