import { setTimeout } from 'node:timers/promises';
import { signalExitCodes, type EndingSignal } from '../core/profile/exit-code.ts';
import type { Milliseconds } from '../core/units.ts';

/** What has been asked of the system and is on its way has come by then. */
const patience: Milliseconds = 1000;
const pause: Milliseconds = 20;

/**
 * Ends the program with this code. At its end Node waits for what the system was asked about files and names, for ever
 * where a dead file system never answers: there the signal ends it that belongs to the code, or SIGKILL.
 */
export async function endProgram(program: NodeJS.Process, code: number): Promise<never> {
  for (let waited = 0; isOwed(program) && waited < patience; waited += pause) {
    await setTimeout(pause);
  }

  if (isOwed(program)) {
    program.once('exit', () => killed(program, code));
  }

  return program.exit(code);
}

const isOwed = (program: NodeJS.Process): boolean =>
  program.getActiveResourcesInfo().some((name) => /^(FS|GetAddrInfo|GetNameInfo)Req/.test(name));

function killed(program: NodeJS.Process, code: number): void {
  const signals = Object.keys(signalExitCodes) as EndingSignal[];
  const signal = signals.find((name) => signalExitCodes[name] === code) ?? 'SIGKILL';
  // Without a listener it does what it does to any program.
  program.removeAllListeners(signal);
  program.kill(program.pid, signal);
}
