import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openTerminal } from '../test/helpers/terminal.ts';
import { skip } from '../test/ray/environment.ts';
import { svgOf } from './svg.ts';

type Picture = {
  readonly file: string;
  readonly label: string;
  readonly args: readonly string[];
  readonly rows: number;
  /** What stands on the setup screen when the run can begin. */
  readonly ready: string | RegExp;
};

const results: Picture = {
  file: 'results.svg',
  label: 'The results of a run: the durations side by side, and the verdict.',
  args: [],
  rows: 23,
  ready: 'all passes',
};

const ray: Picture = {
  file: 'ray.svg',
  label:
    'The results of a run with three engines: durations, verdicts, and where the time of Ray went.',
  args: ['--ray', 'local', '--size', '100k', '--ray-repeats', '5'],
  rows: 36,
  ready: /Ray \d[^]*all passes/,
};

await draw(results);
if (skip) {
  console.log(`${ray.file} is left as it is: ${skip}`);
} else {
  await draw(ray);
}

/** Runs what is set up and draws its results, once it has told that it can begin. */
async function draw({ file, label, args, rows, ready }: Picture): Promise<void> {
  const target = fileURLToPath(new URL(file, import.meta.url));
  using terminal = openTerminal({ columns: 98, rows, args, patience: 900_000 });
  await terminal.until(ready);
  terminal.press('enter');
  await terminal.until('VERDICT');
  await writeFile(target, svgOf(terminal.emulator, label));
  terminal.press('q');
  await terminal.exited;
  console.log(target);
}
