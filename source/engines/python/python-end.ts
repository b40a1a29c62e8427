import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { codeOf, messageOf } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';

/** How a process ended: it could not be started, gave no sign of life, or exited. */
export type PythonEnd =
  | { readonly how: 'refused'; readonly code: string; readonly message: string }
  | { readonly how: 'silent'; readonly after: Milliseconds }
  /** A negative code is the number of the signal that ended it. */
  | { readonly how: 'exited'; readonly code: number };

export const refusalOf = (error: unknown): PythonEnd => ({
  how: 'refused',
  code: codeOf(error) ?? '',
  message: messageOf(error),
});

/** After its exit its last words may still be on their way, but whatever it has started may hold its output open. */
const lastWords: Milliseconds = 200;

/** Resolves when the process has ended and its output has been read. */
export const endOf = async (child: ChildProcess): Promise<PythonEnd> =>
  new Promise((resolve) => {
    child.on('error', (error) => {
      // One that is told to end has not ended yet.
      if (error.name !== 'AbortError') {
        resolve(refusalOf(error));
      }
    });
    child.once('exit', () => setTimeout(() => closeOutput(child), lastWords).unref());
    child.once('close', (code, signal) =>
      resolve({ how: 'exited', code: code ?? -(signal ? constants.signals[signal] : 0) }),
    );
  });

function closeOutput({ stdout, stderr }: ChildProcess): void {
  stdout?.destroy();
  stderr?.destroy();
}

/** Ends it at once. Its input ends as well, for a Python behind a program of another name. */
export async function endNow(child: ChildProcess, end: Promise<PythonEnd>): Promise<void> {
  child.stdin?.destroy();
  child.kill('SIGKILL');
  await end;
}
