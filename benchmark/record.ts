import { judge } from './helpers/bars.ts';
import { withBundled } from './helpers/bundled.ts';
import { headline, runsOr } from './helpers/command.ts';
import { judgeFilms } from './record/film.ts';
import { judgeSetups, type Setup } from './screen/measure.ts';

// What does recording the screen cost the pool that it shows, and what is on the film? `npm run bench:record`, some
// fifteen minutes: passes scatter by more than what is looked for, and fewer pairs do not tell.
//
// The pairs are passes of one process on the same warm workers, as those of the screen are: here both arms have the
// real screen in a real terminal, and one of them records it to a file as `--record` does.

const runs = runsOr(100);

const setups: readonly Setup[] = [
  { workers: 2, workload: 'list', columns: 80, rows: 24, most: 1.02 },
  { workers: 64, workload: 'pair', columns: 120, rows: 40, most: 1.02 },
];

headline(`Pool walls with --record against without it, ${runs} interleaved pairs of passes`);
const bars = await withBundled('benchmark/record/both.tsx', async (command, folder) => {
  const films = await judgeFilms(folder);
  return [...films, ...(await judgeSetups('recording', setups, { command, folder, runs }))];
});
judge(bars);
