import { duration } from '../source/core/text/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { change, judge, ratioText, within, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { mediansOf, ratioOf, type Pair, type PairOf } from './helpers/pairs.ts';
import { python, taskTimes, type Batch, type TaskTime } from './python/times.ts';

// Does a task of the engine `python` take what the same function takes without fibtui? `npm run bench:python`.

const runs = runsOr(15);

const text = (time: Milliseconds): string =>
  time < 1 ? `${(time * 1000).toFixed(1)} µs` : duration(time);

const names = { wall: 'time    ', cpu: 'CPU time' } as const;

const partOf = (pairs: readonly PairOf<TaskTime>[], part: keyof TaskTime): readonly Pair[] =>
  pairs.map(({ ours, other }) => ({ ours: ours[part], other: other[part] }));

const batches: readonly Batch[] = [
  { workload: 'list', size: 1000, tasks: 500 },
  { workload: 'list', size: 50_000, tasks: 10 },
  { workload: 'pair', size: 50_000, tasks: 20 },
];

headline(`A task in Python against the same function timed by hand, ${runs} interleaved pairs`);
console.log(`${await python()}\n`);

const bars: Bar[] = [];
for (const batch of batches) {
  const { workload, size, tasks } = batch;
  const what = `${workload}, ${size} terms`;
  console.log(`${what}, the shortest of ${tasks} tasks`);
  const alike = await taskTimes(batch, { runs, trim: true });
  for (const part of ['wall', 'cpu'] as const) {
    const pairs = partOf(alike, part);
    const { ours, other } = mediansOf(pairs);
    const ratio = ratioOf(pairs);
    console.log(`  ${names[part]}  python ${text(ours)}, by hand ${text(other)}`);
    console.log(`            ${ratioText(ratio, change)}`);
    bars.push(within(`${what}, ${names[part].trim()}`, ratio.value, 0.03));
  }

  const kept = partOf(await taskTimes(batch, { runs, trim: false }), 'cpu');
  console.log(`  CPU time against one by hand that keeps its memory`);
  console.log(`            ${ratioText(ratioOf(kept), change)}\n`);
}

judge(bars);
