import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bytes, count } from '../../source/core/text/format.ts';
import type { Bytes, Milliseconds } from '../../source/core/units.ts';
import { environment, program, root } from '../../test/helpers/terminal/terminal.ts';
import { atMost, type Bar } from '../helpers/bars.ts';
import { treeMemory } from '../helpers/process-account.ts';

type Plan = { readonly tasks: number; readonly rounds: number; readonly workers: number };

const cpus = availableParallelism();
const plans: readonly Plan[] = [
  { tasks: 1_000_000, rounds: 1, workers: cpus },
  { tasks: 200_000, rounds: 4, workers: cpus },
  { tasks: 200_000, rounds: 1, workers: 64 },
];

/** Tasks that keep hardly anything but their times. */
const fewTasks = 1000;
const mostATask: Bytes = 120;
const period: Milliseconds = 20;

/**
 * What every task of a run without a screen takes, printed and saved, in all processes together: the peak beyond that of
 * the same plan with few tasks. `local` and `pool` both run, so a round has every task twice.
 */
export async function manyTasks(): Promise<readonly Bar[]> {
  const bars: Bar[] = [];
  for (const plan of plans) {
    const few = await peakOfRun({ ...plan, tasks: fewTasks });
    const peak = await peakOfRun(plan);
    const each = (peak - few) / (2 * (plan.tasks - fewTasks) * plan.rounds);
    const what = `${count(plan.tasks)} tasks, ${plan.rounds} rounds, ${plan.workers} workers`;
    console.log(`${what}: peak ${bytes(peak)}, with ${count(fewTasks)} tasks ${bytes(few)}`);
    bars.push(atMost(`${what}: a task and pass`, each, { most: mostATask, show: bytes }));
  }

  return bars;
}

async function peakOfRun(plan: Plan): Promise<Bytes> {
  const state = await mkdtemp(join(tmpdir(), 'fibtui-memory-'));
  const flags = Object.entries(plan).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const args = ['--json', '--save', '--workload', 'pair', '--size', '100', ...flags];
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...environment(), XDG_STATE_HOME: state },
    stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  let peak: Bytes = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
    await setTimeout(period);
  }

  await rm(state, { recursive: true });
  if ((await ended) !== 0) {
    throw new Error(`The run with ${args.join(' ')} failed.`);
  }

  return peak;
}
