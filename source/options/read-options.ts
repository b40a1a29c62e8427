import { UsageError } from '../core/failure.ts';
import { colourOptions } from './colour-flags.ts';
import { parseArguments, type DemoFlags, type Parsed } from './command-line.ts';
import { hasScreenReader, isPlainLocale, type Environment } from './environment.ts';
import type { DemoOptions, Invocation, ReplayOptions } from './options.ts';
import { castOptions } from './record-flags.ts';
import { runOptions } from './run-options.ts';

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
  { flags, run }: Extract<Parsed, { readonly type: 'replay' }>,
  environment: Environment,
): ReplayOptions {
  const { output = 'summary', ascii = isPlainLocale(environment), speed = 1, ...rest } = flags;
  const { plain = hasScreenReader(environment), idleLimit, ...others } = rest;
  const { color, theme, ...recorded } = others;
  return {
    output,
    ascii,
    plain,
    speed,
    ...colourOptions({ color, theme }),
    ...castOptions(recorded),
    ...(run === undefined ? {} : { run }),
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
    plain: hasScreenReader(environment),
    offline,
    speed: speed ?? 1,
    ...colourOptions({ color, theme }),
    ...castOptions(recorded),
  };
}
