import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { planOf } from '../../source/core/plan/plan-of.ts';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { poolEngine } from '../../source/engines/pool/pool.ts';
import { moduleFor } from '../../source/workload/open-kernel.ts';
import { interleave, type Pair } from '../helpers/pairs.ts';
import { start } from '../helpers/process.ts';

export const size = 50_000;

/** About 1.5 s of work for every CPU. */
const tasksPerWorker = 250;
const pause: Milliseconds = 100;

/** Walls of the same tasks in one pass of the pool, and in one process per worker. */
export async function throughput(
  workers: number,
  runs: number,
): Promise<{ readonly tasks: number; readonly pairs: readonly Pair[] }> {
  const tasks = workers * tasksPerWorker;
  const pool = await openPool(workers, tasks);
  const program = join(import.meta.dirname, '../helpers/ours.ts');
  const command = [process.execPath, program, 'pair', String(size), String(tasksPerWorker)];
  const processes = Array.from({ length: workers }, () => start(command));
  try {
    const pairs = await interleave({ runs, warmUps: 1 }, pool.run, async () =>
      wallOf(async () => Promise.all(processes.map(async ({ run }) => run()))),
    );
    return { tasks, pairs };
  } finally {
    processes.forEach(({ close }) => close());
    await pool.close();
  }
}

async function wallOf(work: () => Promise<unknown>): Promise<Milliseconds> {
  await setTimeout(pause);
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function openPool(workers: number, tasks: number) {
  const engine = poolEngine('pool', { moduleFor });
  const settings = { ...defaultSettings, workload: 'pair', size, workers, tasks } as const;
  const calibration = { workload: 'pair', a: 0, b: 0, c: 0 } as const;
  const plan = planOf({ ...settings, engines: ['pool'] }, { cpus: workers, calibration });
  const { signal } = new AbortController();
  await engine.open(plan, () => {}, signal);
  const run = async () => {
    await setTimeout(pause);
    const outcome = await engine.run(plan.cases[0]!, () => {}, signal);
    if (outcome.status !== 'finished') {
      throw new Error(`A pass did not finish: ${JSON.stringify(outcome)}`);
    }

    return outcome.wall;
  };
  return { run, close: engine.close };
}
