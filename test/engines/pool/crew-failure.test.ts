import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crewFailure } from '../../../source/engines/pool/crew-failure.ts';

const planned = {
  id: 'pool',
  engine: 'pool',
  workers: 500,
  tasks: 1000,
  workload: 'list',
  size: 50_000,
} as const;

test('a refused thread is a failure that says how many are needed and what to do', () => {
  const refused = Object.assign(new Error('EAGAIN'), { code: 'ERR_WORKER_INIT_FAILED' });
  assert.deepEqual(crewFailure(planned, refused), {
    code: 'out-of-threads',
    message: 'The system refused a thread for pool, which needs 500 (EAGAIN).',
    hint: 'Take fewer workers, or raise the limit: ulimit -u, or pids.max of the cgroup.',
  });
});
