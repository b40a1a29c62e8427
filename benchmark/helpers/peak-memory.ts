import { setTimeout } from 'node:timers/promises';
import type { Bytes, Milliseconds } from '../../source/core/units.ts';
import { treeMemory } from './process-account.ts';

const period: Milliseconds = 100;

/** The most memory that a process and all that it started had together, once it has ended. */
export async function peakMemory(pid: number): Promise<Bytes> {
  let peak: Bytes = 0;
  for (let now = treeMemory(pid); now > 0; now = treeMemory(pid)) {
    peak = Math.max(peak, now);
    await setTimeout(period);
  }

  return peak;
}
