import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineError } from '../../../core/failure.ts';
import type { Environment } from './head-environment.ts';

export type PythonSources = {
  readonly environment: Environment;
  /** `--ray-python`. */
  readonly python?: string;
  /** The project's own environment; left out, the one that `npm run ray:install` makes. */
  readonly own?: string;
};

/** A Python that should have Ray: the one that was named, that of the command `ray` on the PATH, the project's own. */
export async function findPython(sources: PythonSources): Promise<string> {
  const { environment, python, own = projectPython() } = sources;
  if (python !== undefined) {
    return python;
  }

  const found = (await pythonOfRay(environment)) ?? ((await isRunnable(own)) ? own : undefined);
  if (found === undefined) {
    throw new EngineError({
      code: 'ray-nowhere',
      message: 'There is no Ray on this machine: no command `ray` on the PATH.',
      hint: 'Install it by `pip install "ray[default]"`, or name the Python that has it by --ray-python.',
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
      return (await interpreterOf(script)) ?? beside(folder);
    }
  }

  return undefined;
}

async function beside(folder: string): Promise<string | undefined> {
  const python = join(folder, 'python');
  return (await isRunnable(python)) ? python : undefined;
}

/** Of a script that pip wrote: in its first line, or in the second where the path is too long for that, or has a blank. */
async function interpreterOf(script: string): Promise<string | undefined> {
  const [first = '', second = ''] = (await readFile(script, 'latin1').catch(() => '')).split('\n');
  const plain = /^#!\s*(\/.*?python[\d.]*)(\s+-.*)?\s*$/.exec(first)?.[1];
  const long = /^'''exec' (?:"([^"]+)"|'([^']+)'|(\S+))/.exec(second)?.slice(1);
  const python = plain ?? long?.find((path) => path !== undefined);
  return python !== undefined && (await isRunnable(python)) ? python : undefined;
}

const isRunnable = async (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
