import { Command, CommanderError, Option } from 'commander';
import { parseCount } from '../core/count.ts';
import { UsageError } from '../core/failure.ts';
import { count } from '../core/format.ts';
import {
  defaultSettings,
  engineNames,
  rangeOf,
  type EngineName,
  type Settings,
} from '../core/settings.ts';
import { workloadNames, workloads, type WorkloadName } from '../core/workload.ts';

/** What was given, and nothing of what was not. */
export type Flags = Partial<Settings> & { readonly json?: boolean; readonly ascii?: boolean };

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
  refuseRepeatedSwitches(program);
  try {
    program.parse(argv, { from: 'user' });
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
  const { size, repeats } = defaultSettings;
  const largest = `${count(workloads.list.largest)}, pair to ${count(workloads.pair.largest)}`;
  return new Command('fibtui')
    .description(
      'What does running this in parallel buy, how sure is that, and where did the rest go?',
    )
    .usage('[options]')
    .exitOverride()
    .helpOption('-h, --help', 'print this and end')
    .version(version, '-V, --version', 'print the version and end')
    .optionsGroup('The plan:')
    .addOption(numeric('--size <n>', `terms of one sequence, 0 to ${largest} (${count(size)})`))
    .addOption(
      numeric('--tasks <n>', 'sequences in a pass: a number, auto or cpus (auto)', [
        'auto',
        'cpus',
      ]),
    )
    .addOption(numeric('--workers <n>', 'threads of the pool: a number or cpus (cpus)', ['cpus']))
    .addOption(
      numeric(
        '--repeats <n>',
        `passes of every engine, 1 to ${rangeOf('repeats', 'list').most} (${repeats})`,
      ),
    )
    .addOption(
      new Option(
        '--workload <name>',
        `${workloadNames.join(', ')} (${defaultSettings.workload})`,
      ).argParser(once('--workload', workloadOf)),
    )
    .addOption(
      new Option(
        '--engines <names>',
        `of ${engineNames.join(', ')}, with commas between (${defaultSettings.engines.join()})`,
      ).argParser(once('--engines', enginesOf)),
    )
    .option('--force', 'run even if memory would pass 80 % of what is free')
    .optionsGroup('The output:')
    .option('--json', 'no screen: run the plan and print the report as JSON')
    .option('--ascii', 'draw with ASCII characters alone')
    .optionsGroup('Help:')
    .addHelpText('after', examples);
}

const examples = `
Numbers may be written 50000, 50_000, 50,000 or 50k. Without a terminal on standard
output the plan runs at once and its summary is printed.

Examples:
  fibtui                                the setup screen, with the defaults
  fibtui --size 100k --workers 4        the setup screen, with these filled in
  fibtui --json > report.json           run the defaults and keep the report
  fibtui --engines local,local | cat    the same engine twice: how one checks oneself
`;

function numeric(flags: string, description: string, words: readonly string[] = []): Option {
  const name = flags.split(' ')[0] ?? flags;
  const parse = (text: string): number | string => {
    const value = words.includes(text) ? text : parseCount(text);
    if (value === undefined) {
      const others = words.map((word) => `${word} or `).join('');
      throw new UsageError(
        `${name} ${quoted(text)} is not ${others}a whole number: write it like 50000, 50_000, 50,000 or 50k.`,
      );
    }

    return value;
  };

  return new Option(flags, description).argParser(once(name, parse));
}

function workloadOf(text: string): WorkloadName {
  const found = workloadNames.find((name) => name === text);
  if (!found) {
    throw new UsageError(
      `--workload ${quoted(text)} is unknown: take one of ${workloadNames.join(', ')}.`,
    );
  }

  return found;
}

function enginesOf(text: string): readonly EngineName[] {
  return text.split(',').map((part) => {
    const found = engineNames.find((name) => name === part.trim());
    if (!found) {
      throw new UsageError(
        `--engines ${quoted(text)} names the unknown engine ${quoted(part)}: take any of ${engineNames.join(', ')}, with commas between.`,
      );
    }

    return found;
  });
}

const quoted = (text: string): string => JSON.stringify(text);

/** A flag that is given twice is refused: which of its values counts would be a guess. */
const once =
  <Value>(name: string, parse: (text: string) => Value) =>
  (text: string, before: Value | undefined): Value => {
    if (before !== undefined) {
      throw repeated(name);
    }

    return parse(text);
  };

function refuseRepeatedSwitches(program: Command): void {
  for (const name of ['json', 'ascii', 'force']) {
    let given = false;
    program.on(`option:${name}`, () => {
      if (given) {
        throw repeated(`--${name}`);
      }

      given = true;
    });
  }
}

const repeated = (name: string): UsageError =>
  new UsageError(`${name} is given twice: leave one of them out.`);
