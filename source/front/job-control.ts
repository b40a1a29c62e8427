import { setTimeout } from 'node:timers/promises';
import type { Milliseconds } from '../core/units.ts';
import { stdoutWithout } from '../output/silent-stdout.ts';
import { isInBackground } from './foreground.ts';
import type { Surroundings } from './surroundings.ts';

export type JobControl = {
  /** Stops the process group, as a shell does on Ctrl+Z. Resolves in the foreground, or when the program has to end. */
  readonly suspend: () => Promise<void>;
  /** The terminal, without what is written to it while the program is suspended: then it is the shell's. */
  readonly drawnOn: (terminal: NodeJS.WriteStream) => NodeJS.WriteStream;
};

const lookPeriod: Milliseconds = 50;

/**
 * Keeps a screen off the terminal in the background. The system stops a program that changes the terminal there, even
 * while it ends.
 */
export function openJobControl({ program, ending }: Surroundings): JobControl {
  const { stdin, platform } = program;
  const mayWait = () => isInBackground(program) && !ending.interruption();
  const setRawMode = stdin.setRawMode.bind(stdin);
  let isSuspended = false;
  stdin.setRawMode = (mode) => (isInBackground(program) ? stdin : setRawMode(mode));
  // A shell that ends a stopped job sends two signals. The one that ends it may come second, and must be heard.
  program.on('SIGCONT', () => {
    void setTimeout(lookPeriod).then(() => mayWait() && program.kill(0, 'SIGTSTP'));
  });
  return {
    drawnOn: (terminal) => stdoutWithout(terminal, () => isSuspended),
    async suspend() {
      if (platform === 'win32') {
        return;
      }

      isSuspended = true;
      // The call returns when the program goes on.
      program.kill(0, 'SIGTSTP');
      while (mayWait()) {
        await setTimeout(lookPeriod);
      }

      isSuspended = isInBackground(program);
    },
  };
}
