import { saveRun } from '../../../source/output/run-files/save.ts';
import { randomRun } from '../profiles/runs.ts';

/** A process that saves this many runs, one after another, and prints their outcomes. */
const [folder = '', count = '1'] = process.argv.slice(2);
// Takes several blocks of a disk.
const run = randomRun(4);
const saved = [];
for (let index = 0; index < Number(count); index++) {
  saved.push(await saveRun(folder, run));
}

process.stdout.write(JSON.stringify(saved));
