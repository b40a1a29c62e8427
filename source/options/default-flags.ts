import { CommanderError } from 'commander';
import { UsageError } from '../core/failure.ts';
import { needsCluster } from '../core/plan/engines.ts';
import { readWords } from '../core/text/shell-words.ts';
import type { CommandName } from './command-names.ts';
import { allGroups } from './commands.ts';
import { optionsVariable, type Environment } from './environment.ts';
import { quote } from './flag.ts';
import type { Flags } from './flags.ts';
import { fieldsOf, flagsIn, givenTo } from './given-flags.ts';
import { openProgram } from './program.ts';
import { refusalOf } from './refusals/refusals.ts';

/** The flags that are always given, with those of the command line before them. */
export function withDefaults(typed: Flags, name: CommandName, environment: Environment): Flags {
  const { [optionsVariable]: text = '' } = environment;
  if (text.trim() === '') {
    return typed;
  }

  const defaults = defaultsFor(name, text);
  const idle = idleAmong(defaults, typed, name);
  const effective = Object.entries(defaults).filter(([field]) => !idle.has(field));
  return { ...Object.fromEntries(effective), ...typed };
}

/** Typed flags are refused only because of these. */
export const besideDefaults = (cause: UsageError): UsageError =>
  new UsageError(`With the flags in ${optionsVariable}: ${cause.message}`, { cause });

/** Flags of other commands are ignored. Throws a `UsageError` for anything but flags. */
function defaultsFor(name: CommandName, text: string): Flags {
  const fields = fieldsOf(name);
  const given = Object.entries(parsed(text)).filter(([field]) => fields.has(field));
  const { ray, windowSize, ...flags } = flagsIn(Object.fromEntries(given));
  return {
    ...flags,
    ...(ray ? { ray: { ...ray, from: optionsVariable } } : {}),
    ...(windowSize ? { usualWindow: windowSize } : {}),
  };
}

function parsed(text: string) {
  const words = readWords(text);
  if (!words) {
    throw new UsageError(`${optionsVariable} has a quote that is not closed.`);
  }

  const program = openProgram('', allGroups());
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    throw refused(error);
  }

  const [word] = program.args;
  if (word !== undefined) {
    throw new UsageError(`${optionsVariable} holds ${quote(word)}: only flags can stand there.`);
  }

  return givenTo(program);
}

function refused(error: unknown): unknown {
  if (error instanceof CommanderError && error.exitCode === 0) {
    return new UsageError(`${optionsVariable} cannot hold --help or --version: type them.`);
  }

  const reason = error instanceof CommanderError ? refusalOf(error, []) : error;
  return reason instanceof UsageError
    ? new UsageError(`${optionsVariable}: ${reason.message}`, { cause: error })
    : reason;
}

/** Defaults that mean nothing beside the other flags. Typed, they would be refused. */
function idleAmong(defaults: Flags, typed: Flags, name: CommandName): ReadonlySet<string> {
  const { record, offline } = { ...defaults, ...typed };
  const isFilmTyped = typed.record !== undefined || typed.windowSize !== undefined;
  return new Set([
    ...(typed.ray && !needsCluster(defaults.engines ?? []) ? ['engines'] : []),
    ...(isFilmTyped ? ['plain'] : []),
    ...(record === undefined ? ['castVersion', 'overwrite'] : []),
    ...(name === 'demo' && !offline ? ['speed'] : []),
    ...(typed.save === undefined && typed.history === undefined ? [] : ['save', 'history']),
  ]);
}
