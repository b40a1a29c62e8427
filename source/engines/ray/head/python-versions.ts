import { execFile } from 'node:child_process';
import type { Milliseconds } from '../../../core/units.ts';
import type { Environment } from './head-environment.ts';

/** A Python program that prints its version and that of its Ray, without importing Ray, which takes seconds. */
export const versionsProgram = `
import importlib.metadata, json, platform
try:
    ray = importlib.metadata.version("ray")
except importlib.metadata.PackageNotFoundError:
    ray = None
print(json.dumps([platform.python_version(), ray]))
`;

export type PythonVersions = { readonly python: string; readonly ray?: string };

/** What that program has printed; undefined if it is something else. */
export function versionsIn(printed: string): PythonVersions | undefined {
  const [, python, ray] = /^\["([^"]+)", (?:"([^"]+)"|null)\]$/m.exec(printed) ?? [];
  return python === undefined ? undefined : { python, ...(ray === undefined ? {} : { ray }) };
}

const limit: Milliseconds = 5000;

/** The versions of a Python; undefined if it does not report them in time. */
export const versionsOf = async (
  python: string,
  environment: Environment,
): Promise<PythonVersions | undefined> =>
  new Promise((resolve) => {
    const options = { env: environment, timeout: limit, killSignal: 'SIGKILL' } as const;
    execFile(python, ['-c', versionsProgram], options, (_, printed) =>
      resolve(versionsIn(printed)),
    );
  });
