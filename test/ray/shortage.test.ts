import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startHead } from '../../source/engines/ray/head/head.ts';
import { eventsNamed, startDriver } from './driver-run.ts';
import { python, skip } from './environment.ts';
import { hiddenRay } from './hidden-ray.ts';
import { expectFailure, expectFinished, openRig } from './rig.ts';

test('a cluster without a CPU is a failure with its reason', { skip }, async (t) => {
  const head = await startHead({ python, cpus: 0, env: process.env });
  t.after(head.close);

  const run = startDriver(head, { workload: 'list', size: 1000, tasks: 2 });
  assert.equal(await run.exitCode(), 1, run.errorOutput());
  const [end] = eventsNamed(run.events, 'end');
  assert.deepEqual([end?.status, end?.reason], ['error', 'no-cpus']);

  const rig = openRig(head.url);
  const { code, message } = expectFailure(await rig.run({ size: 1000 }));
  assert.equal(code, 'ray-no-cpus');
  assert.equal(message, `The cluster at ${head.url} has no CPUs for tasks.`);
});

test('a head whose Python nobody finds is a failure until it is named', { skip }, async (t) => {
  const hidden = await hiddenRay(t);
  const head = await startHead({ python: hidden, cpus: 1, env: process.env });
  t.after(head.close);

  for (const surroundings of [{}, { python: '/nowhere/bin/python' }]) {
    const rig = openRig(head.url, surroundings);
    const { code, message, hint } = expectFailure(await rig.run({ size: 1000 }));
    assert.equal(code, 'ray-no-python');
    assert.match(message, /^No Python that job fibtui-\S+ at \S+ found on the head has ray\.$/);
    assert.equal(hint, 'Pass the right one with --ray-python PATH.');
  }

  expectFinished(await openRig(head.url, { python: hidden }).run({ size: 1000 }));
});
