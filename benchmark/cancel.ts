import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { duration } from '../source/core/format.ts';
import { planOf, type Plan } from '../source/core/plan.ts';
import { defaultSettings } from '../source/core/settings.ts';
import { median } from '../source/core/statistics.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { workloadNames, type WorkloadName } from '../source/core/workload.ts';
import type { Engine } from '../source/core/engine.ts';
import { poolEngine } from '../source/engines/pool.ts';
import { loadModule } from '../source/workload/module.ts';
import { atMost, judge, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';

// How long do the workers go on when they are told to stop? From the signal to the pass's end, which waits for every
// worker's answer, at random moments of a pass: `npm run bench:cancel`.

const runs = runsOr(50);
const most: Milliseconds = 100;
const size = 50_000;
const workers = availableParallelism();
/** More than are ever done before the latest moment. */
const tasks = 1000 * workers;
const latest: Milliseconds = 600;

headline(
  `From the signal to the last worker at rest, ${runs} passes of each workload on ${workers} workers`,
);
const module = await loadModule();
const bars: Bar[] = [];
for (const workload of workloadNames) {
  bars.push(await cancelled(workload));
}

console.log();
judge(bars);

async function cancelled(workload: WorkloadName): Promise<Bar> {
  const engine = poolEngine('pool', { module });
  const settings = {
    ...defaultSettings,
    workload,
    size,
    tasks,
    workers,
    engines: ['pool'],
  } as const;
  const plan = planOf(settings, { cpus: workers, calibration: { workload, a: 0, b: 0, c: 0 } });
  await engine.open(plan, () => {}, new AbortController().signal);
  const times: Milliseconds[] = [];
  for (let run = 0; run < runs; run++) {
    times.push(await timeToRest(engine, plan));
  }

  await engine.close();
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(0.95 * runs) - 1]!;
  const longest = sorted[runs - 1]!;
  console.log(
    `${workload.padEnd(8)} median ${duration(median(times)).padStart(7)}   p95 ${duration(p95).padStart(7)}   longest ${duration(longest).padStart(7)}`,
  );
  return atMost(`cancelling ${workload}, p95`, p95, most, duration);
}

async function timeToRest(engine: Engine, plan: Plan): Promise<Milliseconds> {
  const controller = new AbortController();
  const pass = engine.run(plan.passes[0]!, () => {}, controller.signal);
  await setTimeout(Math.random() * latest);
  const told = performance.now();
  controller.abort();
  const outcome = await pass;
  const took = performance.now() - told;
  if (outcome.status !== 'cancelled') {
    throw new Error(
      `A pass that was to be cancelled ended as ${JSON.stringify(outcome).slice(0, 300)}.`,
    );
  }

  return took;
}
