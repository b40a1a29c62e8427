import { saveRun } from '../../../source/output/run-files/save.ts';
import { randomRun } from '../profiles/runs.ts';

/** A process that saves so many runs, one after another, and prints what came of them. */
const [folder = '', count = '1'] = process.argv.slice(2);
const run = randomRun(0);
const saved = [];
for (let index = 0; index < Number(count); index++) {
  saved.push(await saveRun(folder, run));
}

process.stdout.write(JSON.stringify(saved));
