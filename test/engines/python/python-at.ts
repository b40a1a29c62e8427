import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { TestContext } from 'node:test';
import type { Settings } from '../../../source/core/plan/settings.ts';
import type { Observe } from '../../../source/core/profile/event.ts';
import { pythonEngine } from '../../../source/engines/python/engine.ts';
import { planWith } from '../../helpers/profiles/profiles.ts';

/** The Python of this machine; undefined without one. */
export const python = ((): string | undefined => {
  try {
    const asked = ['-c', 'import sys; print(sys.executable)'];
    return execFileSync('python3', asked, { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
})();

export const skip = python === undefined ? 'no Python here' : false;

/** A program of this text, which is not Python. */
export async function programOf(t: TestContext, text: string, mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-test-'));
  t.after(async () => rm(folder, { recursive: true }));
  const path = join(folder, 'python3');
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}

/** The engine on a plan of one case, and what it told. */
export function engineOn(t: TestContext, path: string | undefined, asked: Partial<Settings> = {}) {
  const environment = process.env;
  const setup = { environment, ...(path === undefined ? {} : { python: path }) };
  const pids: number[] = [];
  const engine = pythonEngine('python', { setup, onProcess: (pid) => pids.push(pid) });
  const plan = planWith({ engines: ['python'], rounds: 1, ...asked });
  const planned = plan.cases[0]!;
  const events: Parameters<Observe>[0][] = [];
  const observe: Observe = (event) => void events.push(event);
  const aborting = new AbortController();
  t.after(async () => engine.close());
  return {
    planned,
    pids,
    events,
    aborting,
    open: async () => engine.open(plan, observe, aborting.signal),
    run: async () => engine.run(planned, observe, aborting.signal),
    close: async () => engine.close(),
  };
}
