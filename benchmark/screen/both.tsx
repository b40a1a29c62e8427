import { writeFile } from 'node:fs/promises';
import type { WorkloadName } from '../../source/core/workload.ts';
import { interleave } from '../helpers/pairs.ts';
import { openArms, screened } from './arms.tsx';
import { openPasses } from './passes.ts';

// In a terminal: passes with the screen and without it, in turns. The results go to a file, for the screen is taken.

const [workload, workers, runs, file = ''] = process.argv.slice(2);
const passes = await openPasses({ workload: workload as WorkloadName, workers: Number(workers) });
const { session, settings } = passes;
const { quietly, spent } = openArms(session);
const pairs = await interleave(
  { runs: Number(runs), warmUps: 1 },
  async () => quietly('ours', async () => screened(passes)),
  async () => quietly('other', async () => session.start(await session.prepare(settings))),
);
await writeFile(file, JSON.stringify({ tasks: settings.tasks, pairs, spent }));
process.exit();
