import { homedir } from 'node:os';
import { runsFolder } from '../output/run-files/folder.ts';
import type { Host } from './host.ts';

/** Whether there is a terminal that shows a screen and hands over its keys. */
export const hasTerminal = ({ program: { stdin, stdout, env } }: Host): boolean =>
  stdout.isTTY && stdin.isTTY && env['TERM'] !== 'dumb';

/** How wide what is printed may be, where that is known. */
export function paperOf({ program }: Host): { readonly columns?: number } {
  const { columns } = program.stdout;
  return columns ? { columns } : {};
}

/** Where the user's runs are kept. */
export const savedRuns = ({ program: { env: environment, platform } }: Host): string | undefined =>
  runsFolder({ environment, home: homedir(), platform });
