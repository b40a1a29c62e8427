import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { EngineError } from '../../source/core/failure.ts';
import { startHead } from '../../source/engines/ray/head/head.ts';
import { python, skip } from './environment.ts';
import { submit } from './job.ts';
import { familyOf, isAlive, listenersOf } from './processes.ts';
import { until } from './until.ts';

const linux = process.platform === 'linux';

/** The folder that the reaper of a head removes. */
const folderOf = (pid: number): string =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[3] ?? '';

async function statusOf(url: string): Promise<number> {
  const [response] = await once(get(url, { agent: false }), 'response');
  response.resume();
  return response.statusCode;
}

test(
  'a head listens on 127.0.0.1 alone, and nothing of it is left when it is closed',
  { skip: skip || !linux },
  async (t) => {
    const head = await startHead({ python, cpus: 1, env: process.env });
    t.after(head.close);
    const family = familyOf(head.pid);
    const listeners = listenersOf(family);
    const dashboard = Number(new URL(head.url).port).toString(16).toUpperCase().padStart(4, '0');
    assert.ok(listeners.includes(`0100007F:${dashboard}`), listeners.join(' '));
    const loopback =
      /^(0100007F|0000000000000000FFFF00000100007F|00000000000000000000000001000000):/;
    assert.deepEqual(
      listeners.filter((listener) => !loopback.test(listener)),
      [],
    );
    assert.ok(family.length > 4);

    await head.close();
    assert.deepEqual(family.filter(isAlive), []);
    await assert.rejects(statusOf(`${head.url}/api/version`), { code: 'ECONNREFUSED' });
  },
);

test(
  'a head ends, in the middle of a job, when the program that started it is killed',
  { skip: skip || !linux },
  async (t) => {
    const file = fileURLToPath(new URL('starter.ts', import.meta.url));
    const starter = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => starter.kill('SIGKILL'));
    const [line] = await once(starter.stdout.setEncoding('utf8'), 'data');
    const [pid, url] = String(line).trim().split(' ');
    const folder = folderOf(Number(pid));
    assert.ok(existsSync(folder));
    const job = await submit(url!, { workload: 'pair', size: 2_000_000, tasks: 1 });
    await until('the task moves', job.moves);
    const family = familyOf(Number(pid));
    assert.ok(family.some(({ name }) => name === 'raylet'));
    assert.ok(family.some(({ name }) => name.startsWith('ray::run_seq')));

    starter.kill('SIGKILL');
    await until('all its processes have ended', () => !family.some(isAlive), 30_000);
    await until('its folder is gone', () => !existsSync(folder));
  },
);

test('a head that is still starting ends with the signal', { skip }, async () => {
  const starting = new AbortController();
  const head = startHead({ python, cpus: 1, env: process.env, signal: starting.signal });
  starting.abort(new Error('never mind'));
  await assert.rejects(head, /never mind/);
});

test('a Python without Ray, or none at all, is a failure that says so', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'fibtui-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  execFileSync(python, ['-m', 'venv', '--without-pip', folder]);
  const bare = join(folder, 'bin', 'python');
  assert.ok(existsSync(bare));
  await assert.rejects(startHead({ python: bare, env: process.env }), (error: unknown) => {
    assert.ok(error instanceof EngineError);
    assert.match(
      error.failure.message,
      /^Ray did not start on this machine: .*No module named 'ray'/,
    );
    return true;
  });
  await assert.rejects(
    startHead({ python: join(folder, 'none'), env: process.env }),
    /^EngineError: Ray did not start on this machine: .*ENOENT/,
  );
});
