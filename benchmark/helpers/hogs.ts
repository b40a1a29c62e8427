import { spawn } from 'node:child_process';

/** Runs processes that use as much CPU as they can get, one for each launcher, while `use` runs. */
export async function besideHogs<Result>(
  launchers: readonly (readonly string[])[],
  use: () => Promise<Result>,
): Promise<Result> {
  const hogs = launchers.map((launcher) => {
    const command = [...launcher, process.execPath, '--eval', 'for (;;);'];
    const [file = '', ...rest] = command;
    return spawn(file, rest, { stdio: 'ignore' });
  });
  const kill = () => hogs.forEach((hog) => hog.kill('SIGKILL'));
  process.once('exit', kill);
  try {
    return await use();
  } finally {
    kill();
    process.off('exit', kill);
  }
}
