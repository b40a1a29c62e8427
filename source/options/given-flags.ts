import type { Command } from 'commander';
import { outputNames, type OutputName } from '../output/formats.ts';
import type { CommandName } from './command-names.ts';
import { flagsOf } from './commands.ts';
import { longName } from './flag.ts';
import type { Flags } from './flags.ts';

/** Values by the names of their fields in `Flags`; an output is a field of its own. */
type Given = Readonly<Record<string, unknown>>;

/** The flags that were given to a program or a command of commander. */
export const givenTo = (command: Command): Given =>
  Object.fromEntries(
    Object.entries(command.opts()).filter(
      ([field]) => command.getOptionValueSource(field) === 'cli',
    ),
  );

/** The fields that the flags of a command fill. */
export const fieldsOf = (name: CommandName): ReadonlySet<string> =>
  new Set(flagsOf(name).map((flag) => flag.attributeName()));

/** The field that a flag with this name fills for a command; undefined if the command does not take it. */
export const fieldNamed = (flagName: string, name: CommandName): string | undefined =>
  flagsOf(name)
    .find((flag) => longName(flag) === flagName)
    ?.attributeName();

/** The flag that fills a field. */
export function flagFor(field: string, { options }: Command): string {
  const option = options.find((flag) => flag.attributeName() === field && !flag.hidden);
  return option ? longName(option) : '';
}

/** With the name of an output in place of its flag. */
export function flagsIn(given: Given): Flags {
  const output: OutputName | undefined = outputNames.find((name) => name in given);
  const others = Object.entries(given).filter(([field]) => field !== output);
  return { ...Object.fromEntries(others), ...(output ? { output } : {}) };
}
