import { duration } from '../source/core/text/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { atMost, judge, times } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { reportWith } from './helpers/headless.ts';
import { besideHogs } from './helpers/hogs.ts';

// How long does a start take beside twelve hogs? Compares 30 starts of the default plan, `--json --engines local
// --rounds 1`, with some on the machine as it is, from launch to end: `npm run bench:hogs`, about ten minutes. On two
// CPUs a thread that is never kept waiting for anything else gets two of thirteen shares: 6.5 times as long.

const runs = runsOr(30);
const hogs = 12;
const aloneRuns = 5;
const most = 10;

headline(`The default plan on one worker, ${runs} starts beside ${hogs} hogs`);
const alone = median(await walls(aloneRuns));
console.log(`alone   ${duration(alone)}, the median of ${aloneRuns}\n`);
const beside = await besideHogs(
  Array.from({ length: hogs }, () => []),
  async () => walls(runs),
);
console.log();
judge([
  atMost('the longest start beside the hogs against one alone', Math.max(...beside) / alone, {
    most,
    show: times,
  }),
]);

async function walls(count: number): Promise<readonly Milliseconds[]> {
  const found: Milliseconds[] = [];
  for (let run = 0; run < count; run++) {
    const began = performance.now();
    const { passes } = await reportWith('--engines', 'local', '--rounds', '1');
    const took = performance.now() - began;
    found.push(took);
    const [pass] = passes;
    const wall = pass?.status === 'finished' ? duration(pass.wall) : 'no';
    console.log(
      `${String(run + 1).padStart(2)}  ${duration(took).padStart(7)}, of which ${wall} in the pass`,
    );
  }

  return found;
}
