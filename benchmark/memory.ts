import { setTimeout } from 'node:timers/promises';
import { availableParallelism } from 'node:os';
import { bytes } from '../source/core/text/format.ts';
import { planMemory } from '../source/core/plan/memory.ts';
import { planOf } from '../source/core/plan/plan-of.ts';
import { defaultSettings, type Settings } from '../source/core/plan/settings.ts';
import type { Bytes, Milliseconds } from '../source/core/units.ts';
import { hostOf } from '../test/helpers/terminal/host-process.ts';
import { program } from '../test/helpers/terminal/terminal.ts';
import { atMost, judge, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { sharedMemory } from './helpers/process-account.ts';
import { manyTasks } from './memory/many-tasks.ts';
import { openProgram } from './helpers/program.ts';

// How much memory does a run take, compared with the forecast on the screen? `npm run bench:memory`. Every plan runs in
// a terminal, from SETUP to RESULTS, including calibration, warm-up and the screen itself.

const runs = runsOr(1);
const cpus = availableParallelism();
const room: Bytes = 150e6;
const period: Milliseconds = 10;
const mostAtRest: Bytes = 130e6;
/** By then detection and calibration are done. */
const settled: Milliseconds = 5000;

const signed = (size: Bytes): string => `${size < 0 ? '-' : '+'}${bytes(Math.abs(size))}`;

type Asked = Partial<Pick<Settings, 'workload' | 'size' | 'tasks' | 'workers' | 'rounds'>>;

const plans: readonly (readonly [what: string, asked: Asked])[] = [
  ['the defaults', {}],
  ['list at 100,000', { size: 100_000, tasks: 2 * cpus, rounds: 2 }],
  ['bigint at 50,000', { workload: 'bigint', tasks: 4 * cpus, rounds: 2 }],
];

headline(`Peak memory of a whole run against its forecast, the highest of ${runs}`);
const bars = [await memoryAtRest()];
for (const [what, asked] of plans) {
  bars.push(await compared(what, asked));
}

bars.push(...(await manyTasks()));
console.log();
judge(bars);

async function compared(what: string, asked: Asked): Promise<Bar> {
  const settings = { ...defaultSettings, ...asked };
  const forecast = forecastOf(settings);
  let peak = 0;
  for (let run = 0; run < runs; run++) {
    peak = Math.max(peak, await peakOfRun(asked));
  }

  const over = peak - forecast;
  console.log(
    `${what.padEnd(18)} forecast ${bytes(forecast).padStart(7)}   peak ${bytes(peak).padStart(7)}   difference ${signed(over).padStart(8)}`,
  );
  return atMost(`${what}, above its forecast`, over, { most: room, show: signed });
}

/** Memory depends on task times only through the number of tasks, and this calibration gives enough of them. */
function forecastOf(settings: Settings): Bytes {
  const calibration = { workload: settings.workload, a: 1, b: 0, c: 0 };
  return planMemory(planOf(settings, { cpus, calibration }));
}

async function peakOfRun(asked: Asked): Promise<Bytes> {
  const args = Object.entries(asked).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const run = openProgram([process.execPath, program, ...args]);
  await run.until('SETUP');
  const peak = peakUntilEnd([run.pid, await hostOf(run.pid)]);
  run.press('\r');
  await run.until('RESULTS');
  run.press('q');
  if ((await run.ended) !== 0) {
    throw new Error(`The run with ${args.join(' ')} failed.`);
  }

  return peak;
}

/** Of both processes together. It stays high from the warm-up to the end of a run, so that looking often is enough. */
async function peakUntilEnd(pids: readonly number[]): Promise<Bytes> {
  let highest = 0;
  for (let now = sharedMemory(pids); now > 0; now = sharedMemory(pids)) {
    highest = Math.max(highest, now);
    await setTimeout(period);
  }

  return highest;
}

/** Both processes on the setup screen, once everything is known. */
async function memoryAtRest(): Promise<Bar> {
  const run = openProgram([process.execPath, program]);
  await run.until('in all');
  await setTimeout(settled);
  const rest = sharedMemory([run.pid, await hostOf(run.pid)]);
  run.press('q');
  await run.ended;
  return atMost('both processes at rest', rest, { most: mostAtRest, show: bytes });
}
