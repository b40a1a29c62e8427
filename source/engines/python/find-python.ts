import { delimiter, join } from 'node:path';
import { EngineError, failureOf } from '../../core/failure.ts';
import { findPython as pythonWithRay, isRunnable, type PythonSources } from '../ray/head/python.ts';
import { leastVersion } from './prelude.ts';

export type FoundPython = {
  readonly path: string;
  /** Whether the user named it. */
  readonly named: boolean;
};

export type PythonRequest = PythonSources & {
  /** Whether the plan has a cluster elsewhere: the named Python may be meant for its head, and be missing here. */
  readonly elsewhere?: boolean;
};

/** The first of: `--ray-python`, Ray's own, the project's, and the commands `python3` and `python`. */
export async function findPython(request: PythonRequest): Promise<FoundPython> {
  const { python, elsewhere = false, ...sources } = request;
  if (python !== undefined && !(elsewhere && python.includes('/') && !(await isRunnable(python)))) {
    return { path: python, named: true };
  }

  const path =
    (await pythonWithRay(sources).catch(withoutRay)) ?? (await commandOn(sources.environment));
  if (path === undefined) {
    throw nowhere();
  }

  return { path, named: false };
}

/** A Python without Ray will do. */
function withoutRay(error: unknown): undefined {
  if (failureOf(error).code !== 'ray-nowhere') {
    throw error;
  }
}

/** On Windows paths end where a semicolon stands, and programs in `.exe`. */
const suffix = delimiter === ';' ? '.exe' : '';

async function commandOn({ PATH = '' }: PythonSources['environment']): Promise<string | undefined> {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  for (const name of ['python3', 'python']) {
    for (const folder of folders) {
      const path = join(folder, `${name}${suffix}`);
      if (await isRunnable(path)) {
        return path;
      }
    }
  }

  return undefined;
}

const nowhere = (): EngineError =>
  new EngineError({
    code: 'python-nowhere',
    message: 'There is no Python on this machine: neither python3 nor python is on the PATH.',
    hint: `Install Python ${leastVersion} or newer, or name one with --ray-python.`,
  });
