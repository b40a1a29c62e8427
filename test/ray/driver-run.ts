import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DriverEvent, EventNamed } from '../../source/engines/ray/driver/driver-event.ts';
import { rayEnvironment } from '../../source/engines/ray/head/head-environment.ts';
import type { Head } from '../../source/engines/ray/head/head.ts';
import { openLogReader } from '../../source/engines/ray/driver/protocol.ts';
import { addressOf } from './cluster.ts';
import { python } from './environment.ts';
import { until } from './until.ts';

export const driver = fileURLToPath(
  new URL('../../source/engines/ray/driver/driver.py', import.meta.url),
);

export type DriverOptions = {
  readonly workload: 'list' | 'pair';
  readonly size: number;
  readonly tasks: number;
  readonly serial?: number;
  readonly deadline?: number;
  readonly workers?: number;
  readonly session?: string;
};

export const nonce = 'test';

export const argumentsOf = (options: DriverOptions): readonly string[] =>
  Object.entries({ nonce, serial: 0, deadline: 120, ...options }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);

/** The environment in which a program on the head's machine finds it. */
export const environmentOf = (head: Head): NodeJS.ProcessEnv => ({
  ...rayEnvironment(process.env, { home: tmpdir(), temporary: tmpdir() }),
  RAY_ADDRESS: addressOf(head),
});

/** A driver that runs on the head's machine without a job, and its events so far. */
export function startDriver(head: Head, options: DriverOptions) {
  const child = spawn(python, ['-u', driver, ...argumentsOf(options)], {
    env: environmentOf(head),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const reader = openLogReader(nonce);
  const events: DriverEvent[] = [];
  let logSize = 0;
  const read = (text: string) => {
    logSize += text.length;
    events.push(...reader.read(text));
  };
  child.stdout.setEncoding('utf8').on('data', read);
  let errorOutput = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errorOutput += text));
  const over = once(child, 'close');
  return {
    events,
    pid: child.pid!,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** What it has written so far, in bytes: its lines are ASCII. */
    logSize: () => logSize,
    /** Its error output. */
    errorOutput: () => errorOutput,
    async waitFor(event: DriverEvent['ev'], count = 1) {
      await until(`the driver has reported ${event}`, () => {
        if (child.exitCode !== null && eventsNamed(events, event).length < count) {
          throw new Error(`the driver ended without ${event}: ${errorOutput}`);
        }

        return eventsNamed(events, event).length >= count;
      });
    },
    /** Its exit code. */
    async exitCode(): Promise<number> {
      await over;
      return child.exitCode ?? -1;
    },
  };
}

export const eventsNamed = <Name extends DriverEvent['ev']>(
  events: readonly DriverEvent[],
  name: Name,
): readonly EventNamed<Name>[] =>
  events.filter((event): event is EventNamed<Name> => event.ev === name);
