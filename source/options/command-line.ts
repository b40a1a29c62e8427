import { type Command, CommanderError } from 'commander';
import { allGroups, commandNames, commands, isCommandName, type CommandName } from './commands.ts';
import { repeatedFlag, textOf } from './flag.ts';
import type { Flags } from './flags.ts';
import { fieldsOf, flagFor, flagsIn, givenTo } from './given-flags.ts';
import {
  addCommand,
  addFlags,
  addHelpCommand,
  addVersionCommand,
  commandWords,
  helpOf,
  openProgram,
} from './program.ts';
import { misplacedFlag, refusalOf, tooMany, unknownWord } from './refusals/refusals.ts';

/** What to print and no more. */
export type Print = { readonly type: 'print'; readonly text: string };

export type Parsed =
  | {
      readonly type: CommandName;
      /** False for fibtui by itself, which is a run after the setup screen. */
      readonly named: boolean;
      readonly flags: Flags;
      /** The word beside the flags, if the command takes one. */
      readonly word?: string;
    }
  | Print;

/** Parses each flag by itself; the caller checks what depends on two of them. */
export function parseArguments(argv: readonly string[], version: string): Parsed {
  const found: Parsed[] = [];
  const program = programFor(version, (parsed) => void found.push(parsed));
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }

    if (error.exitCode !== 0) {
      throw refusalOf(error, program.args);
    }

    const isVersion = error.code === 'commander.version';
    return isVersion ? print(`${version}\n`) : print(helpOf(topicIn(program.args), version));
  }

  return found[0]!;
}

const print = (text: string): Print => ({ type: 'print', text });

/** "-h replay" and "replay -h" ask for the same help. */
const topicIn = (args: readonly string[]): string | undefined =>
  args.find((word) => !word.startsWith('-'));

function programFor(version: string, onParsed: (parsed: Parsed) => void): Command {
  const program = openProgram(version, allGroups()).configureHelp({ formatHelp: () => '' });
  program.action(() => {
    if (program.args.length > 0) {
      throw unknownWord(program.args);
    }

    onParsed({ type: 'run', named: false, flags: flagsIn(takenBy('run', program)) });
  });
  for (const name of commandNames) {
    const command = addCommand(program, name);
    command.action(() => onParsed(readCommand(name, program, command)));
  }

  program.hook('preSubcommand', (_, command) => {
    const name = command.name();
    if (isCommandName(name)) {
      addFlags(command, name);
    }
  });

  addHelpCommand(program).action((topic?: string) => {
    if (topic !== undefined && topic !== 'all' && !commandWords.includes(topic)) {
      throw unknownWord([topic]);
    }

    onParsed(print(helpOf(topic, version)));
  });
  addVersionCommand(program).action(() => onParsed(print(`${version}\n`)));
  return program;
}

/** Flags may stand before a command and behind it. */
function readCommand(name: CommandName, program: Command, command: Command): Parsed {
  const [word, ...others] = command.args;
  const takesWord = commands[name].argument !== undefined;
  const excess = takesWord ? others : command.args;
  if (excess.length > 0) {
    throw tooMany(excess, name);
  }

  const before = takenBy(name, program);
  const behind = givenTo(command);
  const twice = Object.keys(before).find((field) => field in behind);
  if (twice !== undefined) {
    throw repeatedFlag(flagFor(twice, command));
  }

  return {
    type: name,
    named: true,
    flags: flagsIn({ ...before, ...behind }),
    ...(takesWord && word !== undefined ? { word: textOf(word, 'The ID of the run') } : {}),
  };
}

/** The flags that were given before a command, if it takes them. */
function takenBy(name: CommandName, program: Command) {
  const given = givenTo(program);
  const names = Object.keys(given);
  const fields = names.length > 0 ? fieldsOf(name) : undefined;
  const foreign = names.find((field) => !fields?.has(field));
  if (foreign !== undefined) {
    throw misplacedFlag(flagFor(foreign, program), name);
  }

  return given;
}
