import type { Head } from '../../source/engines/ray/head/head.ts';
import type { Bytes, Milliseconds } from '../../source/core/units.ts';
import type { DriverOptions } from '../../test/ray/driver-run.ts';
import { openHeadless } from '../helpers/headless.ts';
import { peakMemory } from '../helpers/peak-memory.ts';

/** One pass of the built program on a head, and the most memory that its processes had together. */
export async function programPass(
  head: Head,
  work: DriverOptions,
): Promise<{ readonly wall: Milliseconds; readonly peak: Bytes }> {
  const flags = Object.entries(work).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const run = openHeadless(['--engines', 'ray', '--ray', head.url, '--rounds', '1', ...flags]);
  const [report, peak] = await Promise.all([run.report, peakMemory(run.pid)]);
  const [pass] = report.passes;
  if (pass?.status !== 'finished') {
    throw new Error('The pass did not finish.');
  }

  return { wall: pass.wall, peak };
}
