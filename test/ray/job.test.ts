import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startHead } from '../../source/engines/ray/head/head.ts';
import { python, skip } from './environment.ts';
import { submit } from './job.ts';
import { until } from './until.ts';

test('a driver that runs as a job ends when the job is stopped', { skip }, async (t) => {
  const head = await startHead({ python, cpus: 1, env: process.env });
  t.after(head.close);
  const job = await submit(head.url, { workload: 'pair', size: 2_000_000, tasks: 1 });
  await until('the task moves', job.moves);
  assert.deepEqual(await job.stop(), { stopped: true });
  await until('the job is stopped', async () => (await job.status()) === 'STOPPED');
  const end = (await job.events()).at(-1);
  assert.ok(end?.ev === 'end' && end.status === 'stopped');
});
