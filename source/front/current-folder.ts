import { UsageError } from '../core/failure.ts';

/** Throws a `UsageError` if the current folder has been removed: no process can be started in it. */
export function requireCurrentFolder({ cwd, env }: Pick<NodeJS.Process, 'cwd' | 'env'>): void {
  try {
    cwd();
  } catch {
    throw new UsageError(goneText(env));
  }
}

/** Says which folder is gone. */
export const goneText = ({ PWD }: NodeJS.ProcessEnv): string =>
  `the current folder${PWD ? `, ${PWD},` : ''} has been removed: change to another one and start fibtui there.`;
