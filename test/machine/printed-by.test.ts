import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { test } from 'node:test';
import { printedBy } from '../../source/machine/printed-by.ts';

const sh = (script: string, ...args: readonly string[]) => ({
  file: '/bin/sh',
  args: ['-c', script, ...args],
});
const long = 60_000;
const onlyPosix = { skip: process.platform === 'win32' };

test('what a program prints is its answer', onlyPosix, async () => {
  assert.equal(await printedBy({ ...sh('echo one; echo two >&2'), limit: long }), 'one\n');
});

test('a program that is not there has none', async () => {
  assert.equal(await printedBy({ file: '/nowhere/lscpu', limit: long }), undefined);
});

test(
  'a program that never ends has none, and is ended with all that it started',
  onlyPosix,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fibtui-'));
    const pids = join(folder, 'pids');
    const script = '(echo $$; while :; do :; done) >"$0" & echo $! >>"$0.2"; while :; do :; done';
    assert.equal(await printedBy({ ...sh(script, pids), limit: 200 }), undefined);
    const started = Number(await readFile(`${pids}.2`, 'utf8'));
    assert.ok(started > 1);
    await untilGone(started);
    await rm(folder, { recursive: true });
  },
);

test('a program that prints without end has none', onlyPosix, async () => {
  assert.equal(await printedBy({ ...sh('yes'), limit: long }), undefined);
});

/** The kernel removes a killed process a moment later. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) {
    await setTimeout(5);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self') || existsSync(`/proc/${pid}/exe`);
  } catch {
    return false;
  }
}
