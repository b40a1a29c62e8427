import { readSync } from 'node:fs';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import type { Milliseconds } from '../../core/units.ts';

/** What the guard is given. */
export type Guarded = {
  /** The descriptor of the lifeline. */
  readonly pipe: number;
};

// A thread that waits for the end of the program that started the host. Whatever the main thread is busy with then, it
// has 3 s to stop a job and close a head; after that the whole process ends. A process that exits would wait for its
// threads, so it is killed.

const grace: Milliseconds = 3000;

const { pipe } = workerData as Guarded;
waitForEnd();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
parentPort?.postMessage('over');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, grace);
process.kill(process.pid, 'SIGKILL');

function waitForEnd(): void {
  const buffer = Buffer.alloc(1);
  for (let isOpen = true; isOpen;) {
    try {
      isOpen = readSync(pipe, buffer) > 0;
    } catch (error) {
      // A signal may interrupt the read. A pipe that cannot be read at all has ended.
      isOpen = error instanceof Error && 'code' in error && error.code === 'EINTR';
    }
  }
}
