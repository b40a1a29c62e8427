import {
  needsCluster,
  needsPython,
  runsHere,
  enginesWithout,
  namesOfMissing,
} from '../core/plan/engines.ts';
import { UsageError } from '../core/failure.ts';
import { count } from '../core/text/format.ts';
import {
  defaultSettings,
  rangeProblem,
  type CountName,
  type RayTarget,
  type Settings,
} from '../core/plan/settings.ts';
import { refusedSuggestion, suggestedAddress } from '../core/plan/ray-address.ts';
import { certificatesIfAny, certificatesIn } from './certificates.ts';
import { colourOptions } from './colour-flags.ts';
import { hasScreenReader, isPlainLocale, type Environment } from './environment.ts';
import type { Asked, Flags } from './flags.ts';
import type { Options } from './options.ts';
import { recordOptions } from './record-flags.ts';

/** What a run is asked for, but for whether it starts at once. */
export function runOptions(given: Asked, environment: Environment): Omit<Options, 'atOnce'> {
  const { flags } = given;
  const { output, ascii, plain, quiet, color, theme, ...rest } = flags;
  const { save, history, ...others } = rest;
  const { record, castVersion, windowSize, usualWindow, overwrite, ...asked } = others;
  const settings: Settings = {
    ...defaultSettings,
    ...asked,
    engines: enginesOf(asked),
    ray: asked.ray ?? suggestedTarget(environment),
  };
  refuseCounts(settings);
  refuseRay(settings, given);
  refuseWorkload(settings);
  const recorded = recordOptions({ record, castVersion, windowSize, usualWindow, overwrite });
  return {
    settings,
    output: output ?? 'summary',
    ascii: ascii ?? isPlainLocale(environment),
    plain: plain ?? hasScreenReader(environment),
    quiet: quiet ?? false,
    ...colourOptions({ color, theme }),
    ray: rayOptions(given, needsCluster(settings.engines)),
    save: historyOf(save, history),
    ...recorded,
  };
}

/** Certificates that are not typed have to be there only for a cluster that takes part. */
export function rayOptions({ flags, typed }: Asked, takesPart: boolean): Options['ray'] {
  const { rayPython, rayCa } = flags;
  const read = takesPart || typed.rayCa !== undefined ? certificatesIn : certificatesIfAny;
  const ca = rayCa === undefined ? undefined : read(rayCa);
  return {
    ...(rayPython === undefined ? {} : { python: rayPython }),
    ...(ca === undefined ? {} : { ca }),
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
const enginesOf = ({ engines, ray }: Pick<Flags, 'engines' | 'ray'>): Settings['engines'] =>
  engines ?? (ray ? [...defaultSettings.engines, 'ray'] : defaultSettings.engines);

/** The address on the setup screen. fibtui does not connect before the user switches Ray on. */
function suggestedTarget(environment: Environment): RayTarget {
  const address = suggestedAddress(environment);
  if (address) {
    return { at: address.base, from: address.from };
  }

  const { at, from } = defaultSettings.ray;
  const refused = refusedSuggestion(environment);
  return { at, from: refused === undefined ? from : `${from}, as ${refused}` };
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

/** Typed flags for Ray need Ray. */
function refuseRay({ engines }: Settings, { flags, typed }: Asked): void {
  if (!needsCluster(engines)) {
    const given = {
      '--ray': typed.ray,
      '--ray-python': needsPython(engines) ? undefined : typed.rayPython,
      '--ray-ca': typed.rayCa,
      '--ray-rounds': typed.rayRounds,
      '--ray-wait': typed.rayWait,
      '--tasks cluster': typed.tasks === 'cluster' ? typed.tasks : undefined,
    };
    const [first] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (first !== undefined) {
      const why = flags.engines ? '--engines leaves Ray out' : 'Ray is not part of the run';
      const remedy = flags.engines ? 'add ray to --engines' : 'add --ray URL or --ray start';
      throw new UsageError(`${first} is given, but ${why}: ${remedy}, or leave it out.`);
    }
  }
}

/** Every engine needs a workload that exists there. */
function refuseWorkload({ engines, workload }: Settings): void {
  const missing = enginesWithout(engines, workload);
  if (missing.length > 0) {
    const where = missing.some(runsHere) ? 'in Python' : 'on Ray, which computes in Python';
    throw new UsageError(
      `--workload ${workload} is not available ${where}: use list or pair, or leave ${namesOfMissing(missing)} out.`,
    );
  }
}
