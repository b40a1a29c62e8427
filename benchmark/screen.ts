import { judge } from './helpers/bars.ts';
import { withBundled } from './helpers/bundled.ts';
import { headline, runsOr } from './helpers/command.ts';
import { judgeCosts } from './screen/cost.ts';
import { judgeSetups, type Setup } from './screen/measure.ts';

// How much does the screen slow down the pool that it shows, and how much CPU time does it take? `npm run bench:screen`.
//
// First the CPU time of the program that draws, while its host runs passes. Then the pairs. The pairs are passes, not programs. One process runs the same plan on the same warm workers, alternately without a
// screen and with the real screen in a real terminal. Two programs would differ in memory layout and thread placement
// by more than the screen costs. Both arms sample the workers and fold the events, as the program always does, so the
// difference is the drawing. The terminal is this process, on the same CPUs: it reads the output and discards it, the
// least that a real one would have to do.

const runs = runsOr(30);

/** With `list`, 64 workers would need 7 GB. `pair` computes the same terms and keeps two. */
const setups: readonly Setup[] = [
  { workers: 2, workload: 'list', columns: 80, rows: 24, most: 1.02 },
  { workers: 64, workload: 'pair', columns: 120, rows: 40, most: 1.04 },
];

const costs = [
  { workers: 2, workload: 'list', columns: 80, rows: 24, most: 0.01 },
  { workers: 64, workload: 'pair', columns: 120, rows: 40, most: 0.02 },
] as const;

headline(`Pool walls with the screen against without it, ${runs} interleaved pairs of passes`);
const spent = await judgeCosts(costs);
const bars = await withBundled('benchmark/screen/both.tsx', async (command, folder) =>
  judgeSetups('the screen', setups, { command, folder, runs }),
);
judge([...spent, ...bars]);
