import { writeFile } from 'node:fs/promises';
import type { WorkloadName } from '../../source/core/workload.ts';
import { openFilm } from '../../source/session/film.ts';
import { interleave } from '../helpers/pairs.ts';
import { openArms, screened } from '../screen/arms.tsx';
import { openPasses } from '../screen/passes.ts';

// In a terminal: passes with the screen, recorded and not, in turns. The results go to a file, for the screen is taken.

const [workload, workers, runs, file = ''] = process.argv.slice(2);
const passes = await openPasses({ workload: workload as WorkloadName, workers: Number(workers) });
const { session, settings } = passes;
const { quietly, spent } = openArms(session);
const pairs = await interleave(
  { runs: Number(runs), warmUps: 1 },
  async () => quietly('ours', recorded),
  async () => quietly('other', async () => screened(passes)),
);
await writeFile(file, JSON.stringify({ tasks: settings.tasks, pairs, spent }));
process.exit();

/** A film of its own for every pass, in the place of the one before. */
async function recorded(): Promise<void> {
  let close = (_code: number) => {};
  const film = openFilm({
    asked: { record: { path: `${file}.cast`, version: 2 } },
    overwrite: true,
    seen: true,
    program: process,
    session,
    ending: { lastly: (given) => void (close = given) },
  });
  if (!film) {
    throw new Error('Nothing is recorded.');
  }

  await screened(passes, { stdout: film.stdout, onKey: film.typed });
  close(0);
}
