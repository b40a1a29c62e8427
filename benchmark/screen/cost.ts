import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Milliseconds, Share } from '../../source/core/units.ts';
import { program } from '../../test/helpers/terminal/terminal.ts';
import { atMost, ofOneCore, type Bar } from '../helpers/bars.ts';
import { accountOf } from '../helpers/process-account.ts';
import { openWindow } from '../helpers/window.ts';
import type { Setup } from './measure.ts';

/** By then all code has been compiled that a run needs. */
const settled: Milliseconds = 10_000;
const spell: Milliseconds = 30_000;

export type CostSetup = Omit<Setup, 'most'> & { readonly most: Share };

/** CPU time of the started program, which draws, while its host runs passes. */
export async function judgeCosts(setups: readonly CostSetup[]): Promise<readonly Bar[]> {
  const bars: Bar[] = [];
  for (const setup of setups) {
    const { workers, columns, rows, most } = setup;
    const shares = await costOf(setup);
    const what = `the program that draws, ${workers} workers, ${columns}x${rows}`;
    bars.push(
      atMost(`${what}, by its ticks`, shares.ticks, { most, show: ofOneCore }),
      atMost(`${what}, by its scheduler`, shares.scheduled, { most, show: ofOneCore }),
    );
  }

  return bars;
}

type Shares = { readonly ticks: Share; readonly scheduled: Share };

async function costOf({ workers, workload, columns, rows }: CostSetup): Promise<Shares> {
  const plan = ['--workload', workload, '--workers', String(workers), '--rounds', '1000'];
  const command = [process.execPath, program, ...plan, '--no-history'];
  const { pid, press, ended } = openWindow({ command, columns, rows });
  await setTimeout(settled);
  press('\r');
  await setTimeout(settled);
  const before = { ticks: accountOf(pid).cpu, scheduled: scheduledFor(pid) };
  await setTimeout(spell);
  const after = { ticks: accountOf(pid).cpu, scheduled: scheduledFor(pid) };
  press('\x03');
  await ended;
  return {
    ticks: (after.ticks - before.ticks) / spell,
    scheduled: (after.scheduled - before.scheduled) / spell,
  };
}

/** Time on a CPU of all threads that still are, to the nanosecond. */
const scheduledFor = (pid: number): Milliseconds =>
  readdirSync(`/proc/${pid}/task`)
    .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1'))
    .reduce((sum, account) => sum + Number(account.split(' ')[0]) / 1e6, 0);
