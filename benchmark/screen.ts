import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { duration } from '../source/core/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Milliseconds } from '../source/core/units.ts';
import type { WorkloadName } from '../source/core/workload.ts';
import { atMost, change, judge, ratioText, type Bar } from './helpers/bars.ts';
import { withBundled } from './helpers/bundled.ts';
import { headline, runsOr } from './helpers/command.ts';
import { mediansOf, ratioOf, type Pair } from './helpers/pairs.ts';
import { openWindow } from './helpers/window.ts';

// What does the screen cost the pool that it shows? `npm run bench:screen`.
//
// The pairs are passes and not programs: one process runs the same plan on the same warm workers, in turns with
// nobody looking and with the real screen mounted in a real terminal. Two programs would differ in where their memory
// lies and how their threads were placed by more than the screen takes. Sampling the workers and folding the events
// belong to both arms, as they do in the program; what is compared is drawing. The terminal is this process, on the
// same CPUs: it reads what is written and throws it away, which a real one could not do for less.

const runs = runsOr(30);

/** A person has looked at the setup screen for longer; until then V8 is busy with code that is new to it. */
const reading: Milliseconds = 400;

/** The end of a synchronized update, and the alternate screen's beginning. */
const frameEnd = '\x1b[?2026l';
const screenBegins = '\x1b[?1049h';

type Setup = {
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly columns: number;
  readonly rows: number;
  readonly most: number;
};

/** 64 workers that keep a list each would need 7 GB: they compute the same terms and keep two. */
const setups: readonly Setup[] = [
  { workers: 2, workload: 'list', columns: 80, rows: 24, most: 1.02 },
  { workers: 64, workload: 'pair', columns: 120, rows: 40, most: 1.04 },
];

type Measured = {
  readonly tasks: number;
  readonly pairs: readonly Pair[];
  /** CPU time of the main thread, pass by pass. */
  readonly spent: Readonly<Record<keyof Pair, readonly Milliseconds[]>>;
  readonly frames: number;
};

headline(`Pool walls with the screen against without it, ${runs} interleaved pairs of passes`);
const bars = await withBundled('benchmark/screen/both.tsx', async (command, folder) => {
  const judged: Bar[] = [];
  for (const setup of setups) {
    judged.push(report(setup, await measure(setup, command, folder)));
  }

  return judged;
});
judge(bars);

async function measure(
  setup: Setup,
  [node = '', ...program]: readonly string[],
  folder: string,
): Promise<Measured> {
  const { workers, workload, columns, rows } = setup;
  const file = join(folder, `${workers}.json`);
  const command = [node, '--expose-gc', ...program, workload, String(workers), String(runs), file];
  let frames = 0;
  let pressed = true;
  let output = '';
  const window = openWindow({
    command,
    columns,
    rows,
    onText(text) {
      output = (output + text).slice(-20_000);
      frames += text.split(frameEnd).length - 1;
      if (text.includes(screenBegins)) {
        pressed = false;
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

  return { ...(JSON.parse(await readFile(file, 'utf8')) as Omit<Measured, 'frames'>), frames };
}

function report(setup: Setup, { tasks, pairs, spent, frames }: Measured): Bar {
  const { workers, workload, columns, rows, most } = setup;
  const ratio = ratioOf(pairs);
  const { ours, other } = mediansOf(pairs);
  const line = (label: string, wall: Milliseconds, arm: keyof Pair) =>
    `  ${label.padEnd(20)} ${duration(wall).padStart(7)}   main thread ${duration(median(spent[arm])).padStart(7)} on a CPU`;
  const framesEach = Math.round(frames / spent.ours.length);
  console.log(`${workers} workers, ${columns}x${rows}: ${tasks} tasks of ${workload} a pass`);
  console.log(line('without the screen', other, 'other'));
  console.log(`${line('with the screen', ours, 'ours')}, ${framesEach} frames in all`);
  console.log(`  difference           ${ratioText(ratio, change)}\n`);
  return atMost(`the screen, ${workers} workers`, ratio.value, most, change);
}
