import { Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import { anyOf } from '../core/text/listing.ts';
import { parseCount, parseDecimal, respelled } from '../core/text/read-number.ts';

export const quote = (text: string): string => JSON.stringify(text);

/** "--size" of "-s, --size <n>". */
export const longName = (option: Option): string => `--${option.name()}`;

export const repeatedFlag = (name: string): UsageError =>
  new UsageError(`${name} is given twice: leave one of them out.`);

/** A flag that takes a value. Twice is an error: either value could be meant. */
export function flag(
  flags: string,
  description: string,
  parse: (text: string, name: string) => unknown,
): Option {
  const option = new Option(flags, description);
  const name = longName(option);
  return option.argParser((text: string, before: unknown) => {
    if (before !== undefined) {
      throw repeatedFlag(name);
    }

    return parse(text, name);
  });
}

/** A flag without a value. Commander itself takes it any number of times. */
export function toggle(flags: string, description: string): Option {
  const option = new Option(flags, description);
  const on = !option.negate;
  return option.argParser((_: unknown, before: unknown) => {
    if (before === on) {
      throw repeatedFlag(longName(option));
    }

    return on;
  });
}

/** Another name of a flag, or of one of its values. No help shows it. */
export function alias(flags: string, option: Option, value?: string): Option {
  const other = new Option(flags).hideHelp();
  other.argParser((text: string, before: unknown) => option.parseArg?.(value ?? text, before));
  return Object.assign(other, { attributeName: () => option.attributeName() });
}

/** A flag that takes a number between two others. */
export function decimal(
  flags: string,
  description: string,
  [least, most]: readonly [number, number],
): Option {
  return flag(flags, description, (text, name) => {
    const value = parseDecimal(text);
    if (value === undefined || value < least || value > most) {
      throw new UsageError(
        `${name} ${quote(text)} is not a number from ${least} to ${most}: write it like 4 or 0.5.`,
      );
    }

    return value;
  });
}

type Numeric = {
  /** Words that may stand in place of a number. */
  readonly words?: readonly string[];
  /** Examples of numbers. */
  readonly like: string;
};

/** A flag that takes a whole number, or one of some words. */
export function numeric(flags: string, description: string, { words = [], like }: Numeric): Option {
  return flag(flags, description, (text, name) => {
    const value = words.includes(text) ? text : parseCount(text);
    if (value === undefined) {
      const wanted = anyOf(['a whole number', ...words]);
      const right = respelled(text) ?? `a number like ${like}`;
      throw new UsageError(`${name} ${quote(text)} is not ${wanted}: write ${right}.`);
    }

    return value;
  });
}

/** Throws a `UsageError` for an empty text, and for one that looks like an option. */
export const textOf = (text: string, name: string): string => textOr('', text, name);

/** The same for the ID of a run, of which more can be written. */
export const idOf = (text: string): string =>
  textOr('more of its name, or ', text, 'The ID of the run');

function textOr(better: string, text: string, name: string): string {
  if (text.trim() === '') {
    throw new UsageError(`${name} is empty: give a path, or leave it out.`);
  }

  // The user forgot the value, so Commander took the next option.
  if (text.startsWith('-')) {
    throw new UsageError(
      `${name} ${quote(text)} looks like an option: write ${better}./${text} for a file with that name.`,
    );
  }

  return text;
}
