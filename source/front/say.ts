import { printable } from '../core/text/printable.ts';
import { isReadByRunner, withoutCommands } from '../output/runner-commands.ts';

/** Prints a line on standard error. It may hold text from outside: names of files and hosts, messages of other programs. */
export const sayLine = ({ stderr }: Pick<NodeJS.Process, 'stderr'>, text: string): void =>
  void stderr.write(`${printable(text)}\n`);

/** Prints a sentence with the program's name before it, if there is one. */
export function say(
  program: Pick<NodeJS.Process, 'stderr' | 'env'>,
  sentence: string | undefined,
): void {
  if (sentence !== undefined) {
    const line = printable(`fibtui: ${sentence}`);
    sayLine(program, isReadByRunner(program.env) ? withoutCommands(line) : line);
  }
}
