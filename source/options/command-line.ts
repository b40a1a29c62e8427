import { Command, CommanderError, type Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { Seconds } from '../core/units.ts';
import { outputNames, type OutputName } from '../output/outputs.ts';
import { colourFlags, type ColourFlags } from './colour-flags.ts';
import { demoExamples, examples, replayKeys } from './help-texts.ts';
import {
  demoFlags,
  historyFlags,
  outputFlags,
  planFlags,
  playFlags,
  quote,
  rayFlags,
  repeatedFlag,
  replayOutputFlags,
  textOf,
} from './flags.ts';
import { waitFlag } from './wait-flag.ts';
import { castFlags, recordFlags, type CastFlags, type RecordFlags } from './record-flags.ts';

/** The flags that were given. */
export type Flags = Partial<Settings> &
  RecordFlags &
  ColourFlags & {
    readonly output?: OutputName;
    readonly ascii?: boolean;
    readonly plain?: boolean;
    readonly quiet?: boolean;
    readonly save?: boolean;
    /** False with `--no-history`. */
    readonly history?: boolean;
  };

export type ReplayFlags = Pick<Flags, 'output' | 'ascii' | 'plain'> &
  CastFlags &
  ColourFlags & {
    readonly speed?: number;
    readonly idleLimit?: Seconds;
  };

export type DemoFlags = Pick<Flags, 'ascii'> &
  CastFlags &
  ColourFlags & {
    readonly offline?: boolean;
    readonly speed?: number;
  };

export type Parsed =
  | { readonly type: 'run'; readonly flags: Flags }
  | { readonly type: 'replay'; readonly flags: ReplayFlags; readonly run?: string }
  | { readonly type: 'demo'; readonly flags: DemoFlags }
  | { readonly type: 'print'; readonly text: string };

/** Parses each flag by itself; the caller checks what depends on two of them. */
export function parseArguments(given: readonly string[], version: string): Parsed {
  const argv = given.map(withRounds);
  if (argv[0] === replayName) {
    return parseWith(replayCommand(), argv.slice(1), (program) => {
      const [run, ...others] = program.args;
      refuseArguments(others, (name) => `${name} is not an option: replay plays one file`, program);
      return {
        type: 'replay',
        flags: flagsOf(program),
        ...(run === undefined ? {} : { run: textOf(run, 'The name of the run') }),
      };
    });
  }

  if (argv[0] === demoName) {
    return parseWith(demoCommand(), argv.slice(1), (program) => {
      refuseArguments(
        program.args,
        (name) => `${name} is not an option: demo takes options only`,
        program,
      );
      return { type: 'demo', flags: flagsOf(program) };
    });
  }

  return parseWith(command(version), argv, (program) => {
    refuseArguments(program.args, (name) => `unknown command ${name}`, program);
    return { type: 'run', flags: flagsOf(program) };
  });
}

/** Rounds were called repeats once: both names are taken. */
const withRounds = (argument: string): string =>
  argument.replace(/^(--(?:ray-)?)repeats(?=$|=)/, '$1rounds');

const replayName = 'replay';
const demoName = 'demo';

function parseWith(
  program: Command,
  argv: readonly string[],
  read: (program: Command) => Parsed,
): Parsed {
  let text = '';
  program.configureOutput({
    writeOut: (part) => void (text += part),
    writeErr: () => {},
    // `helpRows` breaks the lines.
    getOutHelpWidth: () => Number.MAX_SAFE_INTEGER,
  });
  try {
    program.parse(argv, { from: 'user' });
    return read(program);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return { type: 'print', text };
    }

    throw error instanceof CommanderError ? new UsageError(sentence(error, program)) : error;
  }
}

/** The values of the flags, with the name of an output in place of its flag. */
function flagsOf(program: Command): Flags & ReplayFlags & DemoFlags {
  const given = Object.entries(program.opts());
  const [output, other] = outputNames.filter((name) => given.some(([flag]) => flag === name));
  if (other) {
    throw new UsageError(`--${output} and --${other} exclude each other: leave one out.`);
  }

  const flags = given.filter(([flag]) => flag !== output);
  return Object.fromEntries([...flags, ...(output ? [['output', output]] : [])]);
}

/** "error: unknown option '--siz'\n(Did you mean --size?)" as one sentence. */
const sentence = ({ message }: CommanderError, program: Command): string =>
  message
    .replace(/^error: /, '')
    .replace(/^option '((\S+) .*)' argument missing$/, '$2 needs a value: write $1')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/(?<![.?)])$/, see(program));

const see = (program: Command): string => `, see ${program.name()} --help.`;

function command(version: string): Command {
  const program = new Command('fibtui')
    .description('What does parallelism buy here, how sure is that, and where did the rest go?')
    .usage('[options] | fibtui replay [FILE] [options] | fibtui demo [options]')
    .allowExcessArguments()
    .exitOverride()
    .helpOption('-h, --help', 'show this help and exit')
    .version(version, '-V, --version', 'show the version and exit')
    .addHelpText('after', examples);
  addFlags(program.optionsGroup('The plan:'), [...planFlags(), waitFlag()]);
  addFlags(program.optionsGroup('Ray:'), rayFlags());
  addFlags(program.optionsGroup('The output:'), [...outputFlags(), ...colourFlags()]);
  addFlags(program.optionsGroup('The recording:'), recordFlags());
  addFlags(program.optionsGroup('The history:'), historyFlags());
  return program.optionsGroup('Help:');
}

function replayCommand(): Command {
  const program = new Command('fibtui replay')
    .description('Plays back a saved run; without a file, the last one.')
    .usage('[FILE] [options]')
    .allowExcessArguments()
    .exitOverride()
    .helpOption('-h, --help', 'show this help and exit')
    .addHelpText('after', replayKeys);
  addFlags(program.optionsGroup('The replay:'), playFlags());
  addFlags(program.optionsGroup('The output:'), [...replayOutputFlags(), ...colourFlags()]);
  addFlags(program.optionsGroup('The recording:'), castFlags());
  return program.optionsGroup('Help:');
}

function demoCommand(): Command {
  const program = new Command('fibtui demo')
    .description('Runs a guided tour with captions in under a minute; any key takes over.')
    .usage('[options]')
    .allowExcessArguments()
    .exitOverride()
    .helpOption('-h, --help', 'show this help and exit')
    .addHelpText('after', demoExamples);
  addFlags(program.optionsGroup('The demo:'), [...demoFlags(), ...colourFlags()]);
  addFlags(program.optionsGroup('The recording:'), castFlags());
  return program.optionsGroup('Help:');
}

function addFlags(program: Command, options: readonly Option[]): void {
  for (const option of options) {
    program.addOption(option);
    if (option.isBoolean() || option.negate) {
      refuseTwice(program, option);
    }
  }
}

/** Commander accepts a switch any number of times. */
function refuseTwice(program: Command, option: Option): void {
  let given = false;
  program.on(`option:${option.name()}`, () => {
    if (given) {
      throw repeatedFlag(`--${option.name()}`);
    }

    given = true;
  });
}

/** Commander's own message would not name the argument. */
function refuseArguments(
  [first]: readonly string[],
  refusal: (argument: string) => string,
  program: Command,
): void {
  if (first === replayName) {
    throw new UsageError('replay comes first: fibtui replay [FILE] [options].');
  }

  if (first === demoName) {
    throw new UsageError('demo comes first: fibtui demo [options].');
  }

  if (first !== undefined) {
    throw new UsageError(refusal(quote(first)) + see(program));
  }
}
