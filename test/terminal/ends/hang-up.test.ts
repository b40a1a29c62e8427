import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import type { Report } from '../../../source/core/report/report.ts';
import { temporaryFolder } from '../../helpers/profiles/runs.ts';
import { openRayServer } from '../../helpers/ray/ray-server.ts';
import { hostOf } from '../../helpers/terminal/host-process.ts';
import { newPerson, type Person } from '../../helpers/terminal/saved-runs.ts';
import {
  endless,
  laterProgress,
  laterRound,
  quick,
} from '../../helpers/terminal/terminal-screens.ts';
import { environment, program, type Terminal } from '../../helpers/terminal/terminal.ts';

const skip = process.platform === 'win32';

const savedBy = async ({ env }: Person): Promise<readonly string[]> =>
  readdir(join(env['XDG_STATE_HOME'] ?? '', 'fibtui', 'runs'));

async function shutLater(terminal: Terminal): Promise<void> {
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(laterRound);
  terminal.shut();
}

test(
  'a window that is shut in the middle of a run ends it in good order: it is saved',
  { skip },
  async (t) => {
    const person = await newPerson(t);
    using terminal = person.open({ args: endless });
    await shutLater(terminal);
    assert.deepEqual(await terminal.exited, { code: 129, signal: undefined });
    assert.equal((await savedBy(person)).length, 1);
  },
);

test('so does one whose shell is told as well, and tells it again', { skip }, async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: endless });
  await shutLater(terminal);
  terminal.signal('SIGHUP');
  terminal.signal('SIGHUP');
  assert.deepEqual(await terminal.exited, { code: 129, signal: undefined });
  assert.equal((await savedBy(person)).length, 1);
});

test('a job on Ray is stopped when the window is shut', { skip }, async (t) => {
  const person = await newPerson(t);
  const server = await openRayServer(t);
  const args = [...quick, '--ray', server.url, '--engines', 'ray'];
  using terminal = person.open({ args, columns: 200 });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(/pending +\d/);
  const [id = ''] = server.state.jobs.keys();
  server.job(id).start();
  terminal.shut();
  assert.deepEqual(await terminal.exited, { code: 129, signal: undefined });
  assert.equal(server.job(id).details()['status'], 'STOPPED');
});

/** A run without any terminal. */
async function unseen(t: TestContext) {
  const env = environment({ XDG_STATE_HOME: await temporaryFolder(t) });
  const child = spawn(process.execPath, [program, ...quick, '--json'], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  await hostOf(child.pid!);
  return child;
}

test('a run without a terminal outlives SIGHUP', { skip }, async (t) => {
  const child = await unseen(t);
  const [printed, exited] = [text(child.stdout), once(child, 'exit')];
  child.kill('SIGHUP');
  assert.deepEqual(await exited, [0, null]);
  assert.equal((JSON.parse(await printed) as Report).passes.length, 4);
});

test('SIGINT is an end there, too', { skip }, async (t) => {
  const child = await unseen(t);
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  assert.deepEqual(await exited, [130, null]);
});

/** Standard input as `nohup` of GNU leaves it. */
const nohup = ['sh', '-c', 'exec "$0" "$@" 0>/dev/null', process.execPath, program] as const;

test(
  'a run under nohup outlives SIGHUP, even where its output is a terminal',
  { skip },
  async (t) => {
    const person = await newPerson(t);
    using terminal = person.open({ command: nohup, args: quick });
    await terminal.until('calibrating');
    terminal.signal('SIGHUP');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    assert.match(terminal.printed(), /^VERDICT/m);
  },
);

test('an empty standard input alone does not make it outlive its terminal', { skip }, async (t) => {
  const person = await newPerson(t);
  const command = ['sh', '-c', 'exec "$0" "$@" </dev/null', process.execPath, program] as const;
  using terminal = person.open({ command, args: endless });
  await terminal.until(laterProgress);
  terminal.signal('SIGHUP');
  assert.deepEqual(await terminal.exited, { code: 129, signal: undefined });
});
