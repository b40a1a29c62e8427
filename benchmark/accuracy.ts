import { availableParallelism } from 'node:os';
import { count, duration } from '../source/core/text/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Milliseconds, Share } from '../source/core/units.ts';
import { atLeast, change, judge, ratioText, within, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { exitOnSignals } from './helpers/exit-on-signals.ts';
import { reportWith } from './helpers/headless.ts';
import { ratioOf } from './helpers/pairs.ts';
import { besideHog, lastAllowedCpu, pinned } from './accuracy/hog.ts';
import {
  engines,
  shortestOf,
  watchedPasses,
  type PassPair,
  type PassTime,
} from './accuracy/passes.ts';

// Are the times that fibtui reports true? The built program runs without a screen, while this separate process watches
// its workers in /proc by the time of day: `npm run bench:accuracy`.
//
// The wall of a pass is compared with the time from the first worker's waking to the last one's falling asleep. CPU and
// waiting times are compared with the kernel's accounts of those threads, read while they sleep before and after the
// pass. fibtui's own numbers come from its own clock, and from readings that each thread takes of itself.

if (process.platform !== 'linux') {
  console.error('Only Linux tells from outside what a thread does.');
  process.exit(2);
}

// One of the exit listeners ends the hog.
exitOnSignals();

const runs = runsOr(5);
const workers = Math.min(2, availableParallelism());
const tasks = 2 * workers;
const leastTask: Milliseconds = 1000;

type Target = { readonly time: Exclude<keyof PassTime, 'shortest'>; readonly most: Share };

headline(`What fibtui tells against what is seen from outside, ${runs} passes of each kind`);
const size = await longEnough();
console.log(`Tasks of pair, ${count(size)} terms each\n`);
const alone: (readonly PassPair[])[] = [];
const crowded: (readonly PassPair[])[] = [];
const cpu = lastAllowedCpu();
for (let run = 0; run < runs; run++) {
  alone.push(await watchedPasses({ size, workers, tasks }));
  crowded.push(
    await besideHog(cpu, async () => watchedPasses({ size, workers: 1, tasks: 1 }, pinned(cpu))),
  );
}

const shortest = [...alone, ...crowded].flatMap((pairs) =>
  pairs.map(({ ours }) => ours.shortest ?? Number.NaN),
);
const bars = [
  atLeast('the shortest task', Math.min(...shortest), { least: leastTask, show: duration }),
  ...engines.map((engine) =>
    compared(`wall of ${engine}`, of(alone, engine), { time: 'wall', most: 0.02 }),
  ),
  ...engines.map((engine) =>
    compared(`on-CPU of ${engine}`, of(alone, engine), { time: 'onCpu', most: 0.02 }),
  ),
  ...engines.map((engine) =>
    compared(`wait of ${engine} beside a hog`, of(crowded, engine), { time: 'waiting', most: 0.1 }),
  ),
];
console.log();
judge(bars);

/** A size whose tasks take twice as long as they must. */
async function longEnough(): Promise<number> {
  const probe = 500_000;
  const args = ['--engines', 'local', '--workload', 'pair', '--tasks', '5', '--rounds', '1'];
  const { passes } = await reportWith(...args, '--size', String(probe));
  const [pass] = passes;
  const least = pass?.status === 'finished' ? shortestOf(pass.spans) : Number.NaN;
  // The work grows with the square of the size.
  const scale = Math.sqrt((2 * leastTask) / least);
  return Math.ceil((probe * scale) / 100_000) * 100_000;
}

function of(
  passes: readonly (readonly PassPair[])[],
  engine: (typeof engines)[number],
): readonly PassPair[] {
  return passes.flatMap((pairs) => pairs[engines.indexOf(engine)] ?? []);
}

function compared(what: string, passes: readonly PassPair[], { time, most }: Target): Bar {
  const pairs = passes.map(({ ours, other }) => ({ ours: ours[time], other: other[time] }));
  const ratio = ratioOf(pairs);
  const told = duration(median(pairs.map(({ ours }) => ours))).padStart(7);
  const seen = duration(median(pairs.map(({ other }) => other))).padStart(7);
  console.log(`${what.padEnd(26)} told ${told}   seen ${seen}   ${ratioText(ratio, change)}`);
  return within(what, ratio.value, most);
}
