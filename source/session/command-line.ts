import { Command, CommanderError, type Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import type { Settings } from '../core/settings.ts';
import { outputFlags, planFlags, quoted, rayFlags, repeated } from './flags.ts';
import { recordFlags, type RecordFlags } from './record-flags.ts';

/** What was given, and nothing of what was not. */
export type Flags = Partial<Settings> &
  RecordFlags & {
    readonly rayPython?: string;
    /** Of a file. */
    readonly rayCa?: string;
    readonly json?: boolean;
    readonly ascii?: boolean;
  };

export type Parsed =
  | { readonly type: 'run'; readonly flags: Flags }
  | { readonly type: 'print'; readonly text: string };

/** Parses each flag by itself; what depends on two of them is checked by the caller. */
export function parseArguments(argv: readonly string[], version: string): Parsed {
  let text = '';
  const program = command(version).configureOutput({
    writeOut: (part) => void (text += part),
    writeErr: () => {},
  });
  try {
    program.parse(argv, { from: 'user' });
    refuseArguments(program);
    return { type: 'run', flags: program.opts<Flags>() };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return { type: 'print', text };
    }

    throw error instanceof CommanderError ? new UsageError(sentence(error.message)) : error;
  }
}

/** "error: unknown option '--siz'\n(Did you mean --size?)" as one sentence. */
const sentence = (message: string): string =>
  message
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/(?<![.?)])$/, ', see --help.');

function command(version: string): Command {
  const program = new Command('fibtui')
    .description(
      'What does running this in parallel buy, how sure is that, and where did the rest go?',
    )
    .usage('[options]')
    .allowExcessArguments()
    .exitOverride()
    .helpOption('-h, --help', 'print this and end')
    .version(version, '-V, --version', 'print the version and end')
    .addHelpText('after', examples);
  addFlags(program.optionsGroup('The plan:'), planFlags());
  addFlags(program.optionsGroup('Ray:'), rayFlags());
  addFlags(program.optionsGroup('The output:'), outputFlags());
  addFlags(program.optionsGroup('The recording:'), recordFlags());
  return program.optionsGroup('Help:');
}

function addFlags(program: Command, options: readonly Option[]): void {
  for (const option of options) {
    program.addOption(option);
    if (option.isBoolean()) {
      refuseTwice(program, option);
    }
  }
}

/** Commander takes a switch any number of times. */
function refuseTwice(program: Command, option: Option): void {
  let given = false;
  program.on(`option:${option.name()}`, () => {
    if (given) {
      throw repeated(`--${option.name()}`);
    }

    given = true;
  });
}

/** Commander's own answer would be two sentences without the argument. */
function refuseArguments({ args: [first] }: Command): void {
  if (first !== undefined) {
    throw new UsageError(`${quoted(first)} is no option: fibtui takes options only, see --help.`);
  }
}

const examples = `
Numbers may be written 50000, 50_000, 50,000 or 50k. Without a terminal on
standard output the plan runs at once and its summary is printed.

Examples:
  fibtui                                the setup screen, with the defaults
  fibtui --size 100k --workers 4        the setup screen, with these filled in
  fibtui --json > report.json           run the defaults and keep the report
  fibtui --engines local,local | cat    the same engine twice: a check of itself
  fibtui --ray http://HOST:8265         Ray beside them: Python on that cluster
  fibtui --ray local                    the same on a Ray head of fibtui's own
  fibtui --record a.cast                play it with: asciinema play a.cast
`;
