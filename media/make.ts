import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { WindowSize } from '../source/output/asciicast/format.ts';
import { readRun, type OpenedRun } from '../source/output/run-files/read.ts';
import { filmStep, shoot, type Filming } from './camera.ts';
import { demoFilm } from './demo-film.ts';
import { leaveCursorAlone } from './own-cursor.ts';
import { shotsOf } from './shots.ts';
import { fromTheSetup, momentOf, standingAt } from './stages.ts';
import { stillOf } from './still.ts';

// Draws the README's pictures from the runs in media/runs: `npm run media`. The same runs give the same bytes.

leaveCursorAlone();
const [first, ray] = [await run('first.json.gz'), await run('ray.json.gz')];

await still('setup.svg', {
  label:
    'The setup: the machine, the load of its CPUs, the plan, and what will happen: how long it takes, and how much memory.',
  window: { columns: 98, rows: 24 },
  open: (clock) => fromTheSetup(first, clock),
});
await still('run.svg', {
  label:
    'A run: how far it is, the durations and the speed-up so far, a bar for every worker, and the load of the CPUs with the rounds below it.',
  window: { columns: 98, rows: 20 },
  open: (clock) =>
    standingAt(first, momentOf(first.recording, { id: 'pool', round: 4, share: 0.6 }), clock),
});
await still('results.svg', {
  label:
    "The results of a run: how many times as fast, how sure that is, the durations side by side, where the workers' time went, what to do next, and whether it can be trusted.",
  window: { columns: 98, rows: 31 },
  open: (clock) => standingAt(first, Number.POSITIVE_INFINITY, clock),
});
await still('ray.svg', {
  label:
    'The results of a run with three engines: the speed-ups, the durations, why Ray takes as long as it does, and whether it is worth it.',
  window: { columns: 98, rows: 36 },
  open: (clock) => standingAt(ray, Number.POSITIVE_INFINITY, clock),
});
const { cast, picture } = await demoFilm(first);
await write('demo.cast', cast);
await write('demo.svg', picture);

async function run(file: string): Promise<OpenedRun> {
  const opened = await readRun(fileURLToPath(new URL(`runs/${file}`, import.meta.url)));
  if (opened.status === 'failed') {
    throw new Error(opened.failure.message);
  }

  return opened.run;
}

type Still = Pick<Filming, 'open'> & { readonly label: string; readonly window: WindowSize };

async function still(file: string, { label, ...filming }: Still): Promise<void> {
  const { shots } = await shotsOf(await shoot({ ...filming, length: filmStep }), filmStep);
  await write(file, stillOf(shots.at(-1)!.screen, label));
}

async function write(file: string, text: string): Promise<void> {
  const target = fileURLToPath(new URL(file, import.meta.url));
  await writeFile(target, text);
  console.log(`${target}  ${Math.ceil(text.length / 1000)} kB`);
}
