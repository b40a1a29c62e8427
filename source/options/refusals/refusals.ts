import { Command, CommanderError } from 'commander';
import { UsageError } from '../../core/failure.ts';
import { allOf, anyOf } from '../../core/text/listing.ts';
import { commandWords, helpWord, isCommandName } from '../command-names.ts';
import { takersOf } from '../commands.ts';
import { quote } from '../flag.ts';
import { isNearMiss } from './near-miss.ts';
import { ownName, reasonAgainst } from './other-names.ts';
import { isUsual, usageOf } from '../program.ts';

/** Commander's own error as a sentence; `args` are the words and unknown flags that it has seen. */
export function refusalOf({ message }: CommanderError, args: readonly string[]): UsageError {
  const [, missing] = /^error: option '(.*)' argument missing$/.exec(message) ?? [];
  if (missing !== undefined) {
    return valueMissing(missing, commandOf(args));
  }

  const word = args.find((text) => !text.startsWith('-'));
  const isCommand = word === undefined || commandWords.includes(word);
  if (args[0] === word && !isCommand) {
    return unknownWord(args);
  }

  const [, flag = ''] = /^error: unknown option '([^]*?)'(?:\n\(Did |$)/.exec(message) ?? [];
  return unknownFlag(flag, suggestionsIn(message), commandOf(args));
}

/** The command that flags are meant for; undefined for fibtui itself. */
const commandOf = ([first = '']: readonly string[]): string | undefined =>
  commandWords.includes(first) ? first : undefined;

/** Where to read on: in the help of a command, or else in one that shows these flags. */
function see(command: string | undefined, flags: readonly string[] = []): string {
  if (isCommandName(command)) {
    return `See ${nameOf(command)} --help.`;
  }

  return flags.every(isUsual) ? 'See fibtui --help.' : 'See fibtui help all.';
}

const nameOf = (command: string | undefined): string =>
  command === undefined ? 'fibtui' : `fibtui ${command}`;

/** "-j, --workers <n>" is how the flag is declared. */
function valueMissing(declared: string, command: string | undefined): UsageError {
  const [, short, long = '', value = ''] = /^(?:(-\w), )?(--\S+) (.*)$/.exec(declared) ?? [];
  const ways = anyOf([`${long} ${value}`, ...(short === undefined ? [] : [`${short} ${value}`])]);
  return new UsageError(`${long} needs a value: write ${ways}. ${see(command, [long])}`);
}

function unknownFlag(
  flag: string,
  suggestions: readonly string[],
  command: string | undefined,
): UsageError {
  const [, name = '', value = ''] = /^([^=]*)(=[^]*)?$/.exec(flag) ?? [];
  const takers = takersOf(name);
  if (value !== '' && takers.some((taker) => taker === (command ?? 'run'))) {
    return new UsageError(`${name} takes no value: leave out ${quote(value)}.`);
  }

  if (takers.length > 0) {
    return misplacedFlag(name, command);
  }

  return unknown('flag', { typed: flag, suggestions, command });
}

/** A flag that other commands take. They are named where they are few. */
export function misplacedFlag(name: string, command: string | undefined): UsageError {
  const takers = takersOf(name).map((taker) => (taker === 'run' ? undefined : taker));
  const here = command === undefined || command === 'run' ? 'a run' : nameOf(command);
  if (takers.length > 2) {
    return new UsageError(`${name} is not a flag of ${here}. ${see(command)}`);
  }

  const names = allOf(takers.map(nameOf));
  return new UsageError(`${name} is a flag of ${names}, not of ${here}. ${see(takers[0], [name])}`);
}

/** A word that is no command, or a command that does not come first. */
export function unknownWord(args: readonly string[]): UsageError {
  const [typed = '', ...others] = args;
  const late = others.find((word) => commandWords.includes(word));
  return late === undefined
    ? unknown('command', { typed, suggestions: suggestionsIn(messageAbout(typed)) })
    : lateCommand(late);
}

const lateCommand = (word: string): UsageError =>
  new UsageError(`${word} comes first: fibtui ${usageOf(word)}.`);

/** Words beyond those that a command takes. */
export function tooMany([first = '']: readonly string[], command: string): UsageError {
  return commandWords.includes(first) && first !== command && command !== helpWord
    ? lateCommand(first)
    : new UsageError(`${quote(first)} is one word too many: write fibtui ${usageOf(command)}.`);
}

/** What commander says about a word that is none of our commands. */
function messageAbout(word: string): string {
  // Commander takes it for a flag, and leaves out as much of our commands.
  if (word.startsWith('-')) {
    return '';
  }

  const names = new Command().exitOverride().configureOutput({ writeErr() {} });
  commandWords.forEach((name) => names.command(name));
  try {
    names.parse(['--', word], { from: 'user' });
  } catch (error) {
    return error instanceof CommanderError ? error.message : '';
  }

  return '';
}

const suggestionsIn = (message: string): readonly string[] =>
  /\n\(Did you mean (?:one of )?(.*)\?\)$/.exec(message)?.[1]?.split(', ') ?? [];

type Unknown = {
  readonly typed: string;
  /** What commander thinks was meant: it also names strangers. */
  readonly suggestions: readonly string[];
  readonly command?: string | undefined;
};

function unknown(what: 'flag' | 'command', { typed, suggestions, command }: Unknown): UsageError {
  const own = ownName(typed);
  const near = suggestions.filter((meant) => isNearMiss(typed, meant));
  const meant = own === undefined ? near : [own];
  const flags = meant.flatMap((text) => /^--[a-z-]+/.exec(text) ?? []);
  const reason = reasonAgainst(typed);
  const remedies = [
    ...(meant.length > 0 ? [`Did you mean ${anyOf(meant.map(quote))}?`] : []),
    ...(reason === undefined ? [] : [`${reason}: leave it out.`]),
    see(command, flags),
  ];
  return new UsageError(`Unknown ${what} ${quote(typed)}. ${remedies.join(' ')}`);
}
