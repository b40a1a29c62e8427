import { setTimeout } from 'node:timers/promises';
import type { Milliseconds, Share } from '../../source/core/units.ts';
import { familyOf } from '../../test/ray/processes.ts';
import { accountOf } from '../helpers/process-account.ts';

/** The start-up work of a head does not count. */
const settling: Milliseconds = 10_000;
const spell: Milliseconds = 5000;

/** The share of one core that an idle head uses, with all its processes; on Linux only. */
export async function idleShareOf(pid: number): Promise<Share | undefined> {
  await setTimeout(settling);
  if (process.platform !== 'linux') {
    return undefined;
  }

  const before = cpuTimesOf(pid);
  await setTimeout(spell);
  const spent = [...cpuTimesOf(pid)].map(([pid, time]) => time - (before.get(pid) ?? 0));
  return spent.reduce((sum, time) => sum + time, 0) / spell;
}

const cpuTimesOf = (pid: number): ReadonlyMap<number, Milliseconds> =>
  new Map(familyOf(pid).flatMap(({ pid }) => entryOf(pid)));

/** Empty if the process has just ended. */
function entryOf(pid: number): readonly (readonly [number, Milliseconds])[] {
  try {
    return [[pid, accountOf(pid).cpu]];
  } catch {
    return [];
  }
}
