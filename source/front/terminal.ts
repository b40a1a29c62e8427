import { homedir } from 'node:os';
import { runsFolder } from '../output/run-files/folder.ts';
import type { Paper } from '../output/summary.ts';
import type { Host } from './host.ts';

/** Whether there is a terminal that shows a screen and hands over its keys. */
export const hasTerminal = ({ program: { stdin, stdout, env } }: Host): boolean =>
  stdout.isTTY && stdin.isTTY && env['TERM'] !== 'dumb';

export function paperOf({ program }: Host, ascii: boolean): Paper {
  // A terminal may not know its width: then it says 0.
  const { columns } = program.stdout;
  return columns ? { ascii, columns } : { ascii };
}

/** Where the user's runs are kept. */
export const savedRuns = ({ program: { env: environment, platform } }: Host): string | undefined =>
  runsFolder({ environment, home: homedir(), platform });
