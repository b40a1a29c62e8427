import { writeSync } from 'node:fs';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { realSystem } from '../../machine/real-system.ts';
import { pipes, type HostSetup, type Told } from '../border.ts';
import { usualSemiSpace } from '../young-generation.ts';
import { openSpansPipe } from './spans-pipe.ts';
import { serve, type Server } from './serve.ts';
import type { Guarded } from './guard.ts';

// The measuring process. It ends when the pipe from the program that started it does.

// The terminal sends signals to the whole group; the program that the user started decides what they mean.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM', 'SIGQUIT', 'SIGBREAK'] as const) {
  process.on(signal, () => {});
}

const standardError = 2;
const end = () => process.kill(process.pid, 'SIGKILL');

let count = 0;
if (process.platform !== 'win32') {
  process.on('SIGCONT', () => count++);
}

const usual = usualSemiSpace(process.execArgv);
if (usual !== undefined) {
  setFlagsFromString(usual);
}

process.once('uncaughtException', (error: unknown) => {
  endWith(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
process.once('exit', (code) => endWith(`Error: it exited with code ${code}`));

/** Says why on standard error. An ordinary exit would wait for the guard, which waits for the other program. */
function endWith(why: string): void {
  try {
    writeSync(standardError, `${why}\n`);
  } catch {
    // Nobody listens anymore.
  }

  end();
}

/** A signal is heard in a turn of the event loop, perhaps after the last reply of the pass in which it came. */
async function stops(): Promise<number> {
  await setImmediate();
  return count;
}

let server: Server | undefined;
process.once('message', (setup: HostSetup) => {
  server = serve({ setup, tell, system: realSystem, watcher: process.ppid, stops });
  process.on('message', server.hear);
});

const guarded: Guarded = { pipe: pipes.lifeline };
const guard = new Worker(new URL(import.meta.resolve('#host-guard')), {
  workerData: guarded,
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
});
guard.once('message', () => {
  void (server?.close() ?? Promise.resolve()).finally(end);
});

const tellSpans = openSpansPipe();

/** A watcher that has gone is the guard's business. */
async function tell(told: Told): Promise<void> {
  return told.type === 'spans' ? tellSpans(told) : tellRest(told);
}

async function tellRest(told: Told): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) {
      process.send?.(told, undefined, {}, () => resolve());
    } else {
      resolve();
    }
  });
}
