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
    message: 'The system allows too few threads for pool, which needs 500 (EAGAIN).',
    hint: 'Take fewer workers, or raise the limit: ulimit -u, or pids.max of the cgroup.',
  });
});

test('a refused file, memory and addresses are told apart from it', () => {
  const files = Object.assign(new Error('Worker initialization failure: EMFILE'), {
    code: 'ERR_WORKER_INIT_FAILED',
  });
  const failures = [
    files,
    new RangeError('WebAssembly.Memory(): could not allocate memory'),
    new RangeError('the system refused 112 MiB more for 50000 terms'),
  ].map((error) => crewFailure(planned, error));
  assert.deepEqual(
    failures.map(({ code }) => code),
    ['out-of-files', 'out-of-address-space', 'out-of-memory'],
  );
  assert.match(failures[0]!.hint, /ulimit -n/);
  assert.match(failures[1]!.hint, /ulimit -v.*bigint/);
  assert.match(failures[2]!.hint, /pair/);
});

test('a worker that finds no current folder says so', () => {
  const gone = new Error('ENOENT: process.cwd failed with error no such file or directory, uv_cwd');
  const { code, message } = crewFailure(planned, gone);
  assert.equal(code, 'folder-gone');
  assert.match(message, /folder that fibtui was started in is gone/);
});
