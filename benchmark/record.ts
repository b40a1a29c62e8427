import { judge } from './helpers/bars.ts';
import { withBundled } from './helpers/bundled.ts';
import { headline, runsOr } from './helpers/command.ts';
import { judgeCasts } from './record/casts.ts';
import { judgeSetups, type Setup } from './screen/measure.ts';

// How much does recording the screen slow down the pool, and is the cast complete? `npm run bench:record`, about
// fifteen minutes: passes vary by more than the expected difference, so fewer pairs would not show it.
//
// As in bench:screen the pairs are passes of one process on the same warm workers. Here both arms have the real screen
// in a real terminal, and one of them records it to a file as `--record` does.

const runs = runsOr(100);

const setups: readonly Setup[] = [
  { workers: 2, workload: 'list', columns: 80, rows: 24, most: 1.02 },
  { workers: 64, workload: 'pair', columns: 120, rows: 40, most: 1.02 },
];

headline(`Pool walls with --record against without it, ${runs} interleaved pairs of passes`);
const bars = await withBundled('benchmark/record/both.tsx', async (command, folder) => {
  const casts = await judgeCasts(folder);
  return [...casts, ...(await judgeSetups('recording', setups, { command, folder, runs }))];
});
judge(bars);
