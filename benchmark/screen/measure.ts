import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { duration } from '../../source/core/text/format.ts';
import { median } from '../../source/core/statistics.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import type { WorkloadName } from '../../source/core/plan/workload.ts';
import { atMost, change, ratioText, type Bar } from '../helpers/bars.ts';
import { mediansOf, ratioOf, type Pair } from '../helpers/pairs.ts';
import { openWindow } from '../helpers/window.ts';

/** Time on the setup screen, less than a person takes: until then V8 still compiles new code. */
const reading: Milliseconds = 400;

/** The end of a synchronized update, and the start of the alternate screen. */
const frameEnd = '\x1b[?2026l';
const screenBegins = '\x1b[?1049h';

export type Setup = {
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly columns: number;
  readonly rows: number;
  readonly most: number;
};

type Bench = {
  /** A program for a terminal, and the folder for its results. */
  readonly command: readonly string[];
  readonly folder: string;
  readonly runs: number;
};

type Measured = {
  readonly tasks: number;
  readonly pairs: readonly Pair[];
  /** CPU time of the main thread, pass by pass. */
  readonly spent: Readonly<Record<keyof Pair, readonly Milliseconds[]>>;
  /** How many screens were shown, and the number of their frames in all. */
  readonly screens: number;
  readonly frames: number;
};

/** Measures the setups in turn, and prints both arms of each: with `what` and without it. */
export async function judgeSetups(
  what: string,
  setups: readonly Setup[],
  bench: Bench,
): Promise<readonly Bar[]> {
  const bars: Bar[] = [];
  for (const setup of setups) {
    bars.push(report(what, setup, await measure(setup, bench)));
  }

  return bars;
}

/** Runs the program in a terminal, and presses enter on each of its setup screens. */
async function measure(setup: Setup, { command, folder, runs }: Bench): Promise<Measured> {
  const { workers, workload, columns, rows } = setup;
  const [node = '', ...program] = command;
  const file = join(folder, `${workers}.json`);
  let [screens, frames] = [0, 0];
  let pressed = true;
  let output = '';
  const window = openWindow({
    command: [node, '--expose-gc', ...program, workload, String(workers), String(runs), file],
    columns,
    rows,
    onText(text) {
      output = (output + text).slice(-20_000);
      frames += text.split(frameEnd).length - 1;
      if (text.includes(screenBegins)) {
        pressed = false;
        screens++;
      }

      if (!pressed && text.includes('SETUP')) {
        pressed = true;
        void setTimeout(reading).then(() => window.press('\r'));
      }
    },
  });
  if ((await window.ended) !== 0) {
    throw new Error(`The passes with ${workers} workers failed:\n${output}`);
  }

  const passes = JSON.parse(await readFile(file, 'utf8')) as Omit<Measured, 'screens' | 'frames'>;
  return { ...passes, screens, frames };
}

function report(what: string, setup: Setup, measured: Measured): Bar {
  const { workers, workload, columns, rows, most } = setup;
  const { tasks, pairs, spent, screens, frames } = measured;
  const ratio = ratioOf(pairs);
  const { ours, other } = mediansOf(pairs);
  const line = (label: string, wall: Milliseconds, arm: keyof Pair) =>
    `  ${label.padEnd(20)} ${duration(wall).padStart(7)}   main thread ${duration(median(spent[arm])).padStart(7)} on a CPU`;
  console.log(`${workers} workers, ${columns}x${rows}: ${tasks} tasks of ${workload} a pass`);
  console.log(line(`without ${what}`, other, 'other'));
  console.log(
    `${line(`with ${what}`, ours, 'ours')}, ${Math.round(frames / screens)} frames in all`,
  );
  console.log(`  difference           ${ratioText(ratio, change)}\n`);
  return atMost(`${what}, ${workers} workers`, ratio.value, { most, show: change });
}
