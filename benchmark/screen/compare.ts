import { writeFile } from 'node:fs/promises';
import type { WorkloadName } from '../../source/core/plan/workload.ts';
import { interleave, type Pair } from '../helpers/pairs.ts';
import { openArms } from './arms.tsx';
import { openPasses, type Passes } from './passes.ts';

/** Runs a pass of each arm. */
type Runs = Readonly<Record<keyof Pair, () => Promise<void>>>;

/**
 * Runs passes of both arms alternately, as many as the command line says, and ends the program. The results go to the
 * file given there, because stdout is the screen.
 */
export async function compareArms(runsOf: (passes: Passes, file: string) => Runs): Promise<never> {
  const [workload, workers, runs, file = ''] = process.argv.slice(2);
  const passes = await openPasses({ workload: workload as WorkloadName, workers: Number(workers) });
  const { quietly, spent } = openArms(passes.session);
  const { ours, other } = runsOf(passes, file);
  const pairs = await interleave(
    { runs: Number(runs), warmUps: 1 },
    async () => quietly('ours', ours),
    async () => quietly('other', other),
  );
  await writeFile(file, JSON.stringify({ tasks: passes.settings.tasks, pairs, spent }));
  process.exit();
}
