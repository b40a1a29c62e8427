import { saveRun } from '../../../source/output/run-files/save.ts';
import { randomRun } from '../profiles/runs.ts';

/** A process that saves this many runs, one after another, and prints their outcomes. */
const [folder = '', count = '1'] = process.argv.slice(2);
// Its file takes more than one page of memory.
const run = randomRun(7);
const saved = [];
for (let index = 0; index < Number(count); index++) {
  saved.push(await saveRun(folder, run));
}

process.stdout.write(JSON.stringify(saved));
