import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Why a second user cannot be created here; false if one can. */
export const cannot: string | false =
  process.getuid?.() !== 0
    ? 'needs root: it makes a second user'
    : !existsSync('/usr/sbin/useradd') && 'needs useradd';

/** A user of this machine other than the one that runs the tests. */
export type OtherUser = Disposable & { readonly uid: number };

/** Creates a user; disposing removes it. */
export function makeOtherUser(): OtherUser {
  const name = `fibtui-test-${process.pid}`;
  execFileSync('/usr/sbin/useradd', ['--no-create-home', '--shell', '/bin/false', name]);
  const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }));
  return {
    uid,
    [Symbol.dispose]: () => void execFileSync('/usr/sbin/userdel', [name]),
  };
}

/** A program of the other user, and its output lines so far. */
export type Intruder = AsyncDisposable & { readonly said: () => readonly string[] };

/** `folder MARK`: tries everything inside the head's folder. `port FLAG TIMES`: takes the port that a head gets through this flag. */
export async function startIntruder(
  { uid }: OtherUser,
  ...task: readonly string[]
): Promise<Intruder> {
  const file = fileURLToPath(new URL('intruder.ts', import.meta.url));
  const child = spawn(process.execPath, [file, String(uid), ...task], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => said.push(line));
  await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the intruder has ended');
    }),
  ]);
  return {
    said: () => said,
    async [Symbol.asyncDispose]() {
      const over = once(child, 'exit');
      child.kill('SIGKILL');
      await over;
    },
  };
}
