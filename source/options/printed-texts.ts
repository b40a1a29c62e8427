import { commandNames } from './command-names.ts';
import { helpRows, usualColumns } from './help/help-rows.ts';
import { readOptions } from './read-options.ts';

/** What fibtui prints, by its arguments as JSON. Stored by the build, so that printing loads nothing else. */
export const printedTexts = (version: string) => ({
  columns: usualColumns,
  texts: Object.fromEntries(
    lines.map((line) => {
      const argv = line.split(' ');
      const invocation = readOptions(argv, version);
      const text = invocation.type === 'print' ? helpRows(invocation.text) : '';
      return [JSON.stringify(argv), text];
    }),
  ),
});

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
