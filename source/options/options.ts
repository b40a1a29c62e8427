import { needsCluster, takes } from '../core/plan/engines.ts';
import { UsageError } from '../core/failure.ts';
import { count } from '../core/text/format.ts';
import {
  defaultSettings,
  rangeProblem,
  type CountName,
  type RayTarget,
  type Settings,
} from '../core/plan/settings.ts';
import type { Milliseconds } from '../core/units.ts';
import type { OutputName } from '../output/outputs.ts';
import { suggestedAddress } from '../core/plan/ray-address.ts';
import { certificatesIn } from './certificates.ts';
import { colourOptions, type ColourOptions } from './colour-flags.ts';
import { parseArguments, type DemoFlags, type Flags, type Parsed } from './command-line.ts';
import {
  castOptions,
  recordOptions,
  type CastOptions,
  type RecordOptions,
} from './record-flags.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Options = RecordOptions &
  ColourOptions & {
    readonly settings: Settings;
    readonly output: OutputName;
    /** Draw with ASCII characters only. */
    readonly ascii: boolean;
    readonly ray: {
      /** Path of the Python that has Ray, on the cluster's head or here. */
      readonly python?: string;
      /** Certificates of an authority, in PEM. */
      readonly ca?: string;
    };
    /** Which runs go into the history. */
    readonly save: 'shown' | 'all' | 'none';
  };

export type ReplayOptions = Pick<Options, 'output' | 'ascii' | keyof ColourOptions> &
  CastOptions & {
    /** Path of a run file; the last run where left out. */
    readonly file?: string;
    readonly speed: number;
    readonly idleLimit?: Milliseconds;
  };

export type DemoOptions = Pick<Options, 'ascii' | keyof ColourOptions> &
  CastOptions & {
    /** Plays recorded runs instead of measuring. */
    readonly offline: boolean;
    readonly speed: number;
  };

/** The command that the arguments ask for. */
export type Invocation =
  | { readonly type: 'run'; readonly options: Options }
  | { readonly type: 'replay'; readonly options: ReplayOptions }
  | { readonly type: 'demo'; readonly options: DemoOptions }
  | { readonly type: 'print'; readonly text: string };

/** Reads the arguments after the program's name; throws a `UsageError` of one sentence. */
export function readOptions(
  argv: readonly string[],
  version: string,
  environment: Environment = {},
): Invocation {
  const parsed = parseArguments(argv, version);
  switch (parsed.type) {
    case 'print':
      return parsed;
    case 'replay':
      return { type: 'replay', options: replayOptions(parsed, environment) };
    case 'demo':
      return { type: 'demo', options: demoOptions(parsed.flags, environment) };
    case 'run':
      return { type: 'run', options: runOptions(parsed.flags, environment) };
  }
}

function replayOptions(
  { flags, file }: Extract<Parsed, { readonly type: 'replay' }>,
  environment: Environment,
): ReplayOptions {
  const { output = 'summary', ascii = isPlainLocale(environment), speed = 1, ...rest } = flags;
  const { idleLimit, color, theme, ...recorded } = rest;
  return {
    output,
    ascii,
    speed,
    ...colourOptions({ color, theme }),
    ...castOptions(recorded),
    ...(file === undefined ? {} : { file }),
    ...(idleLimit === undefined ? {} : { idleLimit: idleLimit * 1000 }),
  };
}

function demoOptions(flags: DemoFlags, environment: Environment): DemoOptions {
  const { ascii = isPlainLocale(environment), offline = false, speed, ...rest } = flags;
  const { color, theme, ...recorded } = rest;
  if (speed !== undefined && !offline) {
    throw new UsageError('--speed needs --offline: a demo that measures cannot be sped up.');
  }

  return {
    ascii,
    offline,
    speed: speed ?? 1,
    ...colourOptions({ color, theme }),
    ...castOptions(recorded),
  };
}

function runOptions(flags: Flags, environment: Environment): Options {
  const { output, ascii, color, theme, save, history, ...others } = flags;
  const { record, castVersion, window, ...asked } = others;
  const { rayPython, rayCa } = asked;
  const settings: Settings = {
    ...defaultSettings,
    ...asked,
    engines: enginesOf(asked),
    ray: asked.ray ?? suggestedTarget(environment) ?? defaultSettings.ray,
  };
  refuseCounts(settings);
  refuseRay(settings, flags);
  const recorded = recordOptions({ record, castVersion, window });
  const plain = ascii ?? isPlainLocale(environment);
  const ray = {
    ...(rayPython === undefined ? {} : { python: rayPython }),
    ...(rayCa === undefined ? {} : { ca: certificatesIn(rayCa) }),
  };
  return {
    settings,
    output: output ?? 'summary',
    ascii: plain,
    ...colourOptions({ color, theme }),
    ray,
    save: historyOf(save, history),
    ...recorded,
  };
}

function historyOf(save = false, history = true): Options['save'] {
  if (save && !history) {
    throw new UsageError('--save and --no-history exclude each other: leave one out.');
  }

  if (save) {
    return 'all';
  }

  return history ? 'shown' : 'none';
}

/** An address switches Ray on. */
const enginesOf = ({ engines, ray }: Flags): Settings['engines'] =>
  engines ?? (ray ? [...defaultSettings.engines, 'ray'] : defaultSettings.engines);

/** The address on the setup screen. fibtui does not connect before the user switches Ray on. */
function suggestedTarget(environment: Environment): RayTarget | undefined {
  const address = suggestedAddress(environment);
  return address && { at: address.base, from: address.from };
}

const flagNames: Readonly<Record<CountName, string>> = {
  size: '--size',
  tasks: '--tasks',
  workers: '--workers',
  rounds: '--rounds',
  rayRounds: '--ray-rounds',
};

function refuseCounts(settings: Settings): void {
  for (const name of Object.keys(flagNames) as CountName[]) {
    const value = settings[name];
    const problem =
      typeof value === 'number' ? rangeProblem(name, value, settings.workload) : undefined;
    if (typeof value === 'number' && problem) {
      const given = Number.isFinite(value) ? ` ${count(value)}` : '';
      throw new UsageError(`${flagNames[name]}${given} is out of range: ${problem}`);
    }
  }
}

/** Flags for Ray need Ray, and Ray needs a workload that exists there. */
function refuseRay({ engines, workload, tasks }: Settings, flags: Flags): void {
  if (!needsCluster(engines)) {
    const given = {
      '--ray': flags.ray,
      '--ray-python': flags.rayPython,
      '--ray-ca': flags.rayCa,
      '--ray-rounds': flags.rayRounds,
      '--tasks cluster': tasks === 'cluster' ? tasks : undefined,
    };
    const [first] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (first !== undefined) {
      const why = flags.engines ? '--engines leaves Ray out' : 'Ray is not part of the run';
      const remedy = flags.engines ? 'add ray to --engines' : 'add --ray URL or --ray start';
      throw new UsageError(`${first} is given, but ${why}: ${remedy}, or leave it out.`);
    }

    return;
  }

  if (!engines.every((engine) => takes(engine, workload))) {
    throw new UsageError(
      `--workload ${workload} is not available on Ray, which computes in Python: use list or pair, or leave Ray out.`,
    );
  }
}

/** Whether the locale has an encoding other than UTF-8, as `C` does. An unset locale counts as UTF-8. */
export function isPlainLocale({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  // The first that is set and not empty decides, see locale(7).
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale !== undefined && locale !== '' && !/utf-?8/i.test(locale);
}
