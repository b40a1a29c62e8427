import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { duration } from '../source/core/text/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { openTerminal, program } from '../test/helpers/terminal/terminal.ts';
import { atMost, judge } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { besideHogs } from './helpers/hogs.ts';
import { openProgram } from './helpers/program.ts';

// Does `auto` stand still, and how long does the default plan take? Reads the number of tasks from the setup screen once
// it is calibrated, in 20 starts on the machine as it is and in 20 beside four hogs; then times the default plan from
// Enter, pressed on the first frame, to the first duration and to the verdict: `npm run bench:auto`.

const runs = runsOr(20);
const hogs = 4;
const timed = 3;
const [soon, late]: readonly [Milliseconds, Milliseconds] = [4000, 13_000];

headline(`auto in ${runs} starts, and in ${runs} beside ${hogs} hogs; then ${timed} default plans`);
const alone = await numbers();
const beside = await besideHogs(
  Array.from({ length: hogs }, () => []),
  numbers,
);
console.log(`as it is            N = ${alone.join(' ')}`);
console.log(`beside ${hogs} hogs       N = ${beside.join(' ')}`);

const times: Times[] = [];
for (let run = 0; run < timed; run++) {
  const found = await timesOfDefaultPlan();
  console.log(`first duration ${duration(found.first)}   verdict ${duration(found.verdict)}`);
  times.push(found);
}

console.log();
const medianOf = (name: keyof Times) => median(times.map((found) => found[name]));
judge([
  atMost('different numbers of tasks', new Set([...alone, ...beside]).size, {
    most: 1,
    show: String,
  }),
  atMost('from Enter to the first duration', medianOf('first'), { most: soon, show: duration }),
  atMost(
    `from Enter to the verdict (asked on two CPUs, here ${availableParallelism()})`,
    medianOf('verdict'),
    { most: late, show: duration },
  ),
]);

async function numbers(): Promise<readonly number[]> {
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    using terminal = openTerminal({ args: ['--no-history'] });
    const screen = await terminal.until('in all');
    const [, tasks = ''] = /Tasks +([\d,]+)/.exec(screen) ?? [];
    found.push(Number(tasks.replaceAll(',', '')));
    terminal.press('q');
    await terminal.exited;
  }

  return found;
}

type Times = { readonly first: Milliseconds; readonly verdict: Milliseconds };

async function timesOfDefaultPlan(): Promise<Times> {
  const state = await mkdtemp(join(tmpdir(), 'fibtui-auto-'));
  const { until, press, ended } = openProgram([process.execPath, program], {
    XDG_STATE_HOME: state,
  });
  await until('SETUP');
  const pressed = performance.now();
  press('\r');
  await until('▇▇▇');
  const first = performance.now() - pressed;
  await until('RESULTS');
  const verdict = performance.now() - pressed;
  press('q');
  await ended;
  await rm(state, { recursive: true });
  return { first, verdict };
}
