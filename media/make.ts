import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { WindowSize } from '../source/output/asciicast/format.ts';
import { readRun, type OpenedRun } from '../source/output/run-files/read.ts';
import { castOf } from '../test/helpers/casts/casts.ts';
import { filmStep, shoot, type Filming } from './camera.ts';
import { castText, markersOf } from './cast-text.ts';
import { filmOf } from './film.ts';
import { leaveCursorAlone } from './own-cursor.ts';
import { shotsOf } from './shots.ts';
import { demoOf, fromTheSetup, momentOf, standingAt } from './stages.ts';
import { stillOf } from './still.ts';

// Draws the README's pictures from the runs in media/runs: `npm run media`. The same runs give the same bytes.

leaveCursorAlone();
const [first, tiny] = [await run('first.json.gz'), await run('tiny.json.gz')];
const ray = await run('ray.json.gz');

await still('setup.svg', {
  label:
    'The setup: the machine that was detected, the load of its CPUs, the plan, and a forecast of its time and memory.',
  window: { columns: 98, rows: 24 },
  open: (clock) => fromTheSetup(first, clock),
});
await still('run.svg', {
  label:
    'A run: a progress bar for each engine and each worker, the load of the CPUs, and the times so far.',
  window: { columns: 98, rows: 20 },
  open: (clock) =>
    standingAt(first, momentOf(first.recording, { id: 'pool', round: 4, share: 0.6 }), clock),
});
await still('results.svg', {
  label:
    'The results of a run: the durations side by side, the verdict, where the rest went, every round, and what may have moved them.',
  window: { columns: 98, rows: 35 },
  open: (clock) => standingAt(first, Number.POSITIVE_INFINITY, clock),
});
await still('ray.svg', {
  label:
    'The results of a run with three engines: durations, verdicts, and where the time of Ray went.',
  window: { columns: 98, rows: 36 },
  open: (clock) => standingAt(ray, Number.POSITIVE_INFINITY, clock),
});
await film('demo', first, {
  label:
    'A film of fibtui: the size is changed, the plan runs with a progress bar for every worker, and the results say what it bought.',
  window: { columns: 80, rows: 24 },
  open: () => demoOf(first, tiny),
  length: 120_000,
});

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

/** Writes a cast, and a picture made from that cast. */
async function film(
  name: string,
  shown: OpenedRun,
  { label, ...filming }: Filming & { readonly label: string },
): Promise<void> {
  const footage = await shoot(filming);
  const cast = castText({
    ...(await shotsOf(footage, filmStep)),
    window: filming.window,
    title: 'fibtui',
    startedAt: Date.parse(shown.when),
    markers: markersOf(footage),
  });
  await write(`${name}.cast`, cast);
  await write(
    `${name}.svg`,
    filmOf({ ...(await shotsOf(castOf(cast), filmStep)), label, pause: 5000 }),
  );
}

async function write(file: string, text: string): Promise<void> {
  const target = fileURLToPath(new URL(file, import.meta.url));
  await writeFile(target, text);
  console.log(`${target}  ${Math.ceil(text.length / 1000)} kB`);
}
