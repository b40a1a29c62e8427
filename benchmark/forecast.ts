import { count, duration, percent } from '../source/core/text/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Share } from '../source/core/units.ts';
import { atMost, change, judge } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { reportWith } from './helpers/headless.ts';

// How accurate is the forecast? Whole runs of the built program, each with its own calibration, over sizes around the
// default: `npm run bench:forecast`, five minutes.

const runs = runsOr(3);
const rounds = 3;
const sizes = [5000, 10_000, 20_000, 50_000, 100_000];
const workloads = ['list', 'pair'] as const;
const most = { local: 0.15, pool: 0.25 } as const;

/** Actual / forecast duration of every run. */
const ratios: Record<keyof typeof most, number[]> = { local: [], pool: [] };

headline(`Forecast against outcome, ${runs} runs of every plan, ${rounds} rounds each`);
for (let run = 0; run < runs; run++) {
  for (const workload of workloads) {
    for (const size of sizes) {
      await measure(workload, size);
    }
  }
}

console.log();
judge([
  atMost('median error of local', errorOf(ratios.local), { most: most.local, show: percent }),
  atMost('median error of pool', errorOf(ratios.pool), { most: most.pool, show: percent }),
]);

async function measure(workload: (typeof workloads)[number], size: number): Promise<void> {
  const plan = ['--workload', workload, '--size', String(size), '--rounds', String(rounds)];
  const { cases } = await reportWith(...plan);
  const cells = cases.map(({ engine, forecast, median: outcome = Number.NaN }) => {
    const ratio = outcome / (forecast?.wall ?? Number.NaN);
    ratios[engine as keyof typeof most].push(ratio);
    return `${engine} ${duration(forecast?.wall ?? 0).padStart(7)} → ${duration(outcome).padStart(7)} ${change(ratio).padStart(8)}`;
  });
  console.log(`${workload} ${count(size).padStart(7)}   ${cells.join('   ')}`);
}

/** The median error of a run. */
function errorOf(ratios: readonly number[]): Share {
  return median(ratios.map((ratio) => Math.abs(ratio - 1)));
}
