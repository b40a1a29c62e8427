import { judge } from './helpers/bars.ts';
import { withBundled } from './helpers/bundled.ts';
import { headline, runsOr } from './helpers/command.ts';
import { judgeSetups, type Setup } from './screen/measure.ts';

// What does the screen cost the pool that it shows? `npm run bench:screen`.
//
// The pairs are passes and not programs: one process runs the same plan on the same warm workers, in turns with
// nobody looking and with the real screen mounted in a real terminal. Two programs would differ in where their memory
// lies and how their threads were placed by more than the screen takes. Sampling the workers and folding the events
// belong to both arms, as they do in the program; what is compared is drawing. The terminal is this process, on the
// same CPUs: it reads what is written and throws it away, which a real one could not do for less.

const runs = runsOr(30);

/** 64 workers that keep a list each would need 7 GB: they compute the same terms and keep two. */
const setups: readonly Setup[] = [
  { workers: 2, workload: 'list', columns: 80, rows: 24, most: 1.02 },
  { workers: 64, workload: 'pair', columns: 120, rows: 40, most: 1.04 },
];

headline(`Pool walls with the screen against without it, ${runs} interleaved pairs of passes`);
const bars = await withBundled('benchmark/screen/both.tsx', async (command, folder) =>
  judgeSetups('the screen', setups, { command, folder, runs }),
);
judge(bars);
