import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineError } from '../../../core/failure.ts';
import type { Environment } from './head-environment.ts';

export type PythonSources = {
  readonly environment: Environment;
  /** `--ray-python`. */
  readonly python?: string;
  /** The Python that `npm run ray:install` sets up; tests replace it. */
  readonly own?: string;
};

/** The first of: `--ray-python`, the Python of the command `ray` on the PATH, the project's own. */
export async function findPython(sources: PythonSources): Promise<string> {
  const { environment, python, own = projectPython() } = sources;
  if (python !== undefined) {
    // A job runs in a folder of its own. A name without a slash is looked up on the PATH there as well.
    return python.includes('/') ? resolve(python) : python;
  }

  const found = (await pythonOfRay(environment)) ?? ((await isRunnable(own)) ? own : undefined);
  if (found === undefined) {
    throw new EngineError({
      code: 'ray-nowhere',
      message: 'Ray is not installed on this machine: there is no command `ray` on the PATH.',
      hint: 'Install it with `pip install "ray[default]"`, or pass the Python that has it with --ray-python.',
    });
  }

  return found;
}

const projectPython = (): string =>
  join(dirname(fileURLToPath(import.meta.resolve('#package'))), '.ray', 'venv', 'bin', 'python');

async function pythonOfRay({ PATH = '' }: Environment): Promise<string | undefined> {
  for (const folder of PATH.split(delimiter).filter((part) => part !== '')) {
    const script = join(folder, 'ray');
    if (await isRunnable(script)) {
      return (await interpreterOf(script)) ?? pythonIn(folder);
    }
  }

  return undefined;
}

async function pythonIn(folder: string): Promise<string | undefined> {
  const python = join(folder, 'python');
  return (await isRunnable(python)) ? python : undefined;
}

/** The interpreter of a script written by pip: in the first line, or in the second if its path is too long or has a space. */
async function interpreterOf(script: string): Promise<string | undefined> {
  const [first = '', second = ''] = (await readFile(script, 'latin1').catch(() => '')).split('\n');
  const plain = /^#!\s*(\/.*?python[\d.]*)(\s+-.*)?\s*$/.exec(first)?.[1];
  const long = /^'''exec' (?:"([^"]+)"|'([^']+)'|(\S+))/.exec(second)?.slice(1);
  const python = plain ?? long?.find((path) => path !== undefined);
  return python !== undefined && (await isRunnable(python)) ? python : undefined;
}

export const isRunnable = async (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
