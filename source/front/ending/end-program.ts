import { setTimeout } from 'node:timers/promises';
import { signalExitCodes, type EndingSignal } from '../../core/profile/exit-code.ts';
import type { Milliseconds } from '../../core/units.ts';

/** Pending requests to a working file system are answered by then. */
const longestDrain: Milliseconds = 1000;
const pollPeriod: Milliseconds = 20;

/**
 * Ends the program with this code. On exit Node waits for pending requests about files and names, and a dead file
 * system never answers them: then the signal of that exit code ends the program, or SIGKILL.
 */
export async function endProgram(program: NodeJS.Process, code: number): Promise<never> {
  for (let waited = 0; hasPendingRequests(program) && waited < longestDrain; waited += pollPeriod) {
    await setTimeout(pollPeriod);
  }

  if (hasPendingRequests(program)) {
    program.once('exit', () => killItself(program, signalOf(code) ?? 'SIGKILL'));
  }

  return program.exit(code);
}

const hasPendingRequests = (program: NodeJS.Process): boolean =>
  program.getActiveResourcesInfo().some((name) => /^(FS|GetAddrInfo|GetNameInfo)Req/.test(name));

/** The signal that an exit code stands for. */
export const signalOf = (code: number): EndingSignal | undefined =>
  (Object.keys(signalExitCodes) as EndingSignal[]).find((name) => signalExitCodes[name] === code);

export function killItself(program: NodeJS.Process, signal: NodeJS.Signals): void {
  // Without a listener the signal has its default effect.
  program.removeAllListeners(signal);
  program.kill(program.pid, signal);
}
