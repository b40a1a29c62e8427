import { duration } from '../source/core/text/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { atMost, judge, type Bar } from './helpers/bars.ts';
import { headline } from './helpers/command.ts';
import { wideRun } from './ray-wide/run.ts';

// Does a wide cluster cost more than a narrow one? A head of this folder's own tells 10,000 tasks in five seconds and
// computes nothing, over real HTTP, from a process of its own: `npm run bench:ray-wide`, a minute. With numbers of CPUs
// behind it, those alone.

const tasks = 10_000;
const time: Milliseconds = 5000;
const asked = process.argv.slice(2).map(Number);
const widths = asked.length > 0 ? asked : [2, 64, 512, 1280, 4096];

headline(`A head that tells ${tasks} tasks in ${time / 1000} s`);
const bars: Bar[] = [];
for (const cpus of widths) {
  const { lag, shown, wall, cpu, gap } = await wideRun({ cpus, tasks, time });
  console.log(
    `${String(cpus).padStart(5)} CPUs   wall ${duration(wall)}   lag ${duration(lag)}   results ${duration(shown)} after its end   CPU ${duration(cpu)}   longest gap ${duration(gap)}`,
  );
  bars.push(
    atMost(`${cpus} CPUs: lag`, lag, { most: 300, show: duration }),
    atMost(`${cpus} CPUs: CPU time of both processes`, cpu, { most: 2000, show: duration }),
    atMost(`${cpus} CPUs: longest gap between frames`, gap, { most: 500, show: duration }),
  );
}

console.log();
judge(bars);
