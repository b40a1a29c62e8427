import { commandNames } from './commands.ts';
import { helpRows } from './help/help-rows.ts';
import { readOptions } from './read-options.ts';

/** What fibtui prints for these arguments, in lines of the usual length. Stored by the build, so that printing loads nothing else. */
export const printedTexts = (version: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.map((line) => {
      const invocation = readOptions(line.split(' '), version);
      return [line, invocation.type === 'print' ? helpRows(invocation.text) : ''];
    }),
  );

const lines: readonly string[] = [
  '--version',
  '-V',
  'version',
  '--help',
  '-h',
  'help',
  'help all',
  '-h all',
  '--help all',
  ...commandNames.flatMap((name) => [`${name} --help`, `${name} -h`, `help ${name}`]),
];
