import { type Command, CommanderError } from 'commander';
import {
  commandNames,
  commandWords,
  helpWord,
  isCommandName,
  versionWord,
  type CommandName,
} from './command-names.ts';
import { allGroups, commands } from './commands.ts';
import { idOf, repeatedFlag } from './flag.ts';
import type { Flags } from './flags.ts';
import { fieldNamed, flagFor, flagsIn, givenTo } from './given-flags.ts';
import {
  addCommand,
  addFlags,
  addHelpCommand,
  addVersionCommand,
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

  addPrinting(program, version, onParsed);
  return program;
}

/** The commands that only print. */
function addPrinting(program: Command, version: string, onParsed: (parsed: Parsed) => void): void {
  const help = addHelpCommand(program);
  help.action((topic?: string) => {
    refuseExcess(help.args.slice(1), helpWord);
    if (topic !== undefined && topic !== 'all' && !commandWords.includes(topic)) {
      throw unknownWord([topic]);
    }

    onParsed(print(helpOf(topic, version)));
  });
  const versionCommand = addVersionCommand(program);
  versionCommand.action(() => {
    refuseExcess(versionCommand.args, versionWord);
    onParsed(print(`${version}\n`));
  });
}

function refuseExcess(excess: readonly string[], command: string): void {
  if (excess.length > 0) {
    throw tooMany(excess, command);
  }
}

/** Flags may stand before a command and behind it. */
function readCommand(name: CommandName, program: Command, command: Command): Parsed {
  const [word, ...others] = command.args;
  const takesWord = commands[name].argument !== undefined;
  refuseExcess(takesWord ? others : command.args, name);
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
    ...(takesWord && word !== undefined ? { word: idOf(word) } : {}),
  };
}

/** The flags that were given before a command, if it takes them. Such a flag may fill another field there. */
function takenBy(name: CommandName, program: Command) {
  const taken: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(givenTo(program))) {
    const flag = flagFor(field, program);
    const filled = fieldNamed(flag, name);
    if (filled === undefined) {
      throw misplacedFlag(flag, name);
    }

    if (filled in taken) {
      throw repeatedFlag(flagFor(filled, program));
    }

    taken[filled] = value;
  }

  return taken;
}
