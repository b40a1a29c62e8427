import type { DriverEvent } from '../../source/engines/ray/driver/driver-event.ts';
import type { Head } from '../../source/engines/ray/head/head.ts';
import type { Bytes } from '../../source/core/units.ts';
import { eventsNamed, startDriver, type DriverOptions } from '../../test/ray/driver-run.ts';
import { peakMemory } from '../helpers/peak-memory.ts';

/** A pass of the driver without a job. */
export type DriverPass = {
  readonly events: readonly DriverEvent[];
  readonly log: Bytes;
  /** The most memory that it had. */
  readonly peak: Bytes;
};

/** Runs a driver to its end; rejects if a task failed. */
export async function driverPass(head: Head, options: DriverOptions): Promise<DriverPass> {
  const run = startDriver(head, { deadline: 600, ...options });
  const [code, peak] = await Promise.all([run.exitCode(), peakMemory(run.pid)]);
  const { events } = run;
  const results = eventsNamed(events, 'result').length;
  if (code !== 0 || results !== options.tasks) {
    throw new Error(`The driver ended with ${code} and ${results} results: ${run.errorOutput()}`);
  }

  return { events, log: run.logSize(), peak };
}
