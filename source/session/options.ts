import { readFileSync } from 'node:fs';
import { UsageError } from '../core/failure.ts';
import { count } from '../core/format.ts';
import {
  defaultSettings,
  rangeProblem,
  type CountName,
  type RayTarget,
  type Settings,
} from '../core/settings.ts';
import { workloads } from '../core/workload.ts';
import { suggestedAddress } from '../engines/ray/api/address.ts';
import type { RaySetup } from '../engines/ray/cluster.ts';
import { parseArguments, type Flags } from './command-line.ts';
import { quoted } from './flags.ts';
import { isPlainLocale, type Environment } from './locale.ts';
import { recordOptions, type RecordOptions } from './record-flags.ts';

export type Options = RecordOptions & {
  readonly settings: Settings;
  /** Print the report as JSON and nothing else. */
  readonly json: boolean;
  /** Draw with ASCII characters alone. */
  readonly ascii: boolean;
  readonly ray: Pick<RaySetup, 'python' | 'ca'>;
};

/** What the command line asks for: run with these options, or print this text and end. */
export type Invocation =
  | { readonly type: 'run'; readonly options: Options }
  | { readonly type: 'print'; readonly text: string };

/** Reads the arguments behind the program's name; throws a `UsageError` of one sentence. */
export function readOptions(
  argv: readonly string[],
  version: string,
  environment: Environment = {},
): Invocation {
  const parsed = parseArguments(argv, version);
  if (parsed.type === 'print') {
    return parsed;
  }

  const { json, ascii, rayPython, rayCa, record, castVersion, window, ...asked } = parsed.flags;
  const settings: Settings = {
    ...defaultSettings,
    ...asked,
    engines: enginesOf(asked),
    ray: asked.ray ?? suggestedTarget(environment) ?? defaultSettings.ray,
  };
  refuseCounts(settings);
  refuseRay(settings, parsed.flags);
  const recorded = recordOptions({ record, castVersion, window });
  const plain = ascii ?? isPlainLocale(environment);
  const ray = {
    ...(rayPython === undefined ? {} : { python: rayPython }),
    ...(rayCa === undefined ? {} : { ca: certificate(rayCa) }),
  };
  return {
    type: 'run',
    options: { settings, json: json ?? false, ascii: plain, ray, ...recorded },
  };
}

/** Whoever gives an address means it to be used. */
const enginesOf = ({ engines, ray }: Flags): Settings['engines'] =>
  engines ?? (ray ? [...defaultSettings.engines, 'ray'] : defaultSettings.engines);

/** Fills in the field, and nothing else: nothing is asked of it before the user names Ray. */
function suggestedTarget(environment: Environment): RayTarget | undefined {
  const address = suggestedAddress(environment);
  return address && { at: address.base, from: address.from };
}

const flagNames: Readonly<Record<CountName, string>> = {
  size: '--size',
  tasks: '--tasks',
  workers: '--workers',
  repeats: '--repeats',
  rayRepeats: '--ray-repeats',
};

function refuseCounts(settings: Settings): void {
  for (const name of Object.keys(flagNames) as CountName[]) {
    const value = settings[name];
    const problem =
      typeof value === 'number' ? rangeProblem(name, value, settings.workload) : undefined;
    if (typeof value === 'number' && problem) {
      throw new UsageError(`${flagNames[name]} ${count(value)} is out of range: ${problem}`);
    }
  }
}

/** What is only for Ray needs Ray, and Ray needs a workload that it has. */
function refuseRay({ engines, workload, tasks }: Settings, flags: Flags): void {
  if (!engines.includes('ray')) {
    const given = {
      '--ray': flags.ray,
      '--ray-python': flags.rayPython,
      '--ray-ca': flags.rayCa,
      '--ray-repeats': flags.rayRepeats,
      '--tasks cluster': tasks === 'cluster' ? tasks : undefined,
    };
    const [first] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (first !== undefined) {
      const why = flags.engines ? '--engines leaves Ray out' : 'Ray takes no part';
      const remedy = flags.engines ? 'add ray to --engines' : 'add --ray URL';
      throw new UsageError(`${first} is given, but ${why}: ${remedy}, or leave it out.`);
    }

    return;
  }

  if (!workloads[workload].pythonBytes) {
    throw new UsageError(
      `--workload ${workload} does not exist on Ray, which computes in Python: take list or pair, or leave Ray out.`,
    );
  }
}

function certificate(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `--ray-ca ${quoted(path)} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): give a file with certificates in PEM.`,
      { cause: error },
    );
  }
}
