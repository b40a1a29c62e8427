import { UsageError } from '../core/failure.ts';
import { colourOptions } from './colour-flags.ts';
import { parseArguments, type Parsed } from './command-line.ts';
import { besideDefaults, withDefaults } from './default-flags.ts';
import { hasScreenReader, isPlainLocale, type Environment } from './environment.ts';
import type { Asked, Flags } from './flags.ts';
import type {
  DemoOptions,
  DoctorOptions,
  HistoryOptions,
  Invocation,
  ReplayOptions,
  ShowOptions,
} from './options.ts';
import { recordOptions } from './record-flags.ts';
import { rayOptions, runOptions } from './run-options.ts';

/** Reads the arguments after the program's name; throws a `UsageError` of one sentence. */
export function readOptions(
  argv: readonly string[],
  version: string,
  environment: Environment = {},
): Invocation {
  const parsed = parseArguments(argv, version);
  if (parsed.type === 'print') {
    return parsed;
  }

  const typed = parsed.flags;
  const flags = withDefaults(typed, parsed.type, environment);
  const alone = { ...parsed, typed };
  try {
    return invocationOf({ ...alone, flags }, environment);
  } catch (error) {
    const isByDefaults =
      error instanceof UsageError && refusal(alone, environment) !== error.message;
    throw isByDefaults ? besideDefaults(error) : error;
  }
}

/** Why a command line is refused; undefined if it is not. */
function refusal(line: CommandLine, environment: Environment): string | undefined {
  try {
    invocationOf(line, environment);
    return undefined;
  } catch (error) {
    return error instanceof UsageError ? error.message : undefined;
  }
}

type CommandLine = Asked & Exclude<Parsed, { readonly type: 'print' }>;

function invocationOf(line: CommandLine, environment: Environment): Invocation {
  const { type, named, flags, word } = line;
  const run = word === undefined ? {} : { run: word };
  switch (type) {
    case 'run':
      return { type, options: { ...runOptions(line, environment), atOnce: named } };
    case 'replay':
      return { type, options: { ...replayOptions(flags, environment), ...run } };
    case 'demo':
      return { type, options: demoOptions(flags, environment) };
    case 'history':
      return { type, options: listOptions(flags, environment) };
    case 'show':
      return { type, options: { ...shownOptions(flags, environment), ...run } };
    case 'doctor':
      return { type, options: doctorOptions(line, environment) };
  }
}

function replayOptions(flags: Flags, environment: Environment): ReplayOptions {
  const { speed = 1, idleTimeLimit } = flags;
  return {
    ...shownOptions(flags, environment),
    speed,
    ...recordOptions(flags),
    ...(idleTimeLimit === undefined ? {} : { idleLimit: idleTimeLimit * 1000 }),
  };
}

function demoOptions(flags: Flags, environment: Environment): DemoOptions {
  const { offline = false, speed } = flags;
  if (speed !== undefined && !offline) {
    throw new UsageError('--speed needs --offline: a demo that measures cannot be sped up.');
  }

  const { output: _, ...shown } = shownOptions(flags, environment);
  return { ...shown, offline, speed: speed ?? 1, ...recordOptions(flags) };
}

function shownOptions(flags: Flags, environment: Environment): ShowOptions {
  const { output = 'summary', plain = hasScreenReader(environment) } = flags;
  return { output, plain, ...printedOptions(flags, environment) };
}

const listOptions = (flags: Flags, environment: Environment): HistoryOptions => ({
  output: flags.output === 'json' ? 'json' : 'summary',
  ...printedOptions(flags, environment),
});

const doctorOptions = (asked: Asked, environment: Environment): DoctorOptions => ({
  ...listOptions(asked.flags, environment),
  ray: rayOptions(asked, asked.flags.ray !== undefined),
  ...(asked.flags.ray ? { target: asked.flags.ray } : {}),
});

const printedOptions = (flags: Flags, environment: Environment) => ({
  ascii: flags.ascii ?? isPlainLocale(environment),
  ...colourOptions(flags),
});
