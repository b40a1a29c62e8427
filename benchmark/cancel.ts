import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { duration } from '../source/core/text/format.ts';
import { median, quantileOf } from '../source/core/statistics.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { workloadNames, type WorkloadName } from '../source/core/plan/workload.ts';
import { atMost, judge, type Bar } from './helpers/bars.ts';
import { withBundled } from './helpers/bundled.ts';
import { headline, runsOr } from './helpers/command.ts';
import { openProgram, type Program } from './helpers/program.ts';

// How long do the workers continue after a cancel? `npm run bench:cancel`. The program runs in a terminal and is
// cancelled at random moments of a pass. The time is from the second Esc to the end of the pass, which waits for all
// workers.

const runs = runsOr(50);
const most: Milliseconds = 100;
const workers = availableParallelism();
const latest: Milliseconds = 600;

headline(
  `From the key to the last worker at rest, ${runs} passes of each workload on ${workers} workers`,
);
const bars = await withBundled('benchmark/cancel/screen.tsx', async (command, folder) => {
  const judged: Bar[] = [];
  for (const workload of workloadNames) {
    judged.push(await cancelled(workload, command, join(folder, workload)));
  }

  return judged;
});
console.log();
judge(bars);

/** The program writes the end of each pass into a file. */
async function cancelled(
  workload: WorkloadName,
  command: readonly string[],
  file: string,
): Promise<Bar> {
  // More tasks than can be done before the latest cancel.
  const tasks = 1000 * workers;
  const program = openProgram([...command, workload, String(tasks), file]);
  await program.until('SETUP');
  const pressed: bigint[] = [];
  for (let run = 0; run < runs; run++) {
    pressed.push(await cancelOnce(program));
  }

  program.press('q');
  await program.ended;
  const rested = (await readFile(file, 'utf8')).trim().split('\n');
  return report(
    workload,
    pressed.map((at, run) => timeToRest(at, rested[run])),
  );
}

/** Returns the time of the key that cancels the pass. */
async function cancelOnce(program: Program): Promise<bigint> {
  program.press('\r');
  await program.until('running');
  program.press('\x1b');
  await program.until('esc again');
  await setTimeout(Math.random() * latest);
  const at = process.hrtime.bigint();
  program.press('\x1b');
  await program.until('RESULTS');
  return at;
}

function timeToRest(pressed: bigint, ended = ''): Milliseconds {
  const [at = '0', status] = ended.split(' ');
  if (status !== 'cancelled') {
    throw new Error(`A pass that was to be cancelled ended as ${status}.`);
  }

  return Number(BigInt(at) - pressed) / 1e6;
}

function report(workload: WorkloadName, times: readonly Milliseconds[]): Bar {
  const p95 = quantileOf(times, 0.95);
  const longest = Math.max(...times);
  console.log(
    `${workload.padEnd(8)} median ${duration(median(times)).padStart(7)}   p95 ${duration(p95).padStart(7)}   longest ${duration(longest).padStart(7)}`,
  );
  return atMost(`cancelling ${workload}, p95`, p95, { most, show: duration });
}
