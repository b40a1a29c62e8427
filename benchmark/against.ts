import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { duration } from '../source/core/text/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { printedBy } from '../test/helpers/terminal/terminal-free.ts';
import { environment, program } from '../test/helpers/terminal/terminal.ts';
import { atMost, change, judge, ratioText, type Bar } from './helpers/bars.ts';
import { headline, runsIn } from './helpers/command.ts';
import { interleave, mediansOf, ratioOf } from './helpers/pairs.ts';
import { openProgram } from './helpers/program.ts';
import { finishedIn, savedRun } from './helpers/saved-run.ts';

// Are the passes of this build slower than those of another one? Both run the same plan in turns, first on a screen,
// then without one: `npm run bench:against -- --program OTHER/dist/cli.js`.

const { values } = parseArgs({
  options: { program: { type: 'string' }, runs: { type: 'string' } },
});
const { program: other } = values;
if (other === undefined) {
  console.error('Name the other build: --program OTHER/dist/cli.js');
  process.exit(2);
}

const runs = runsIn(values.runs, 60);
const workers = availableParallelism();
const tasks = 50 * workers;
const args = ['--engines', 'pool', '--tasks', String(tasks), '--rounds', '1', '--save'];
/** Lets the system clean up after the previous program. */
const pause: Milliseconds = 150;

headline(`Pool walls of this build against ${other}, ${runs} interleaved pairs`);
judge([await compared('on a screen', wallOnScreen), await compared('without a screen', wallOf)]);

type Wall = (path: string, state: string) => Promise<Milliseconds>;

/** The difference may be 0: its interval must not lie above. */
async function compared(what: string, wall: Wall): Promise<Bar> {
  const timed = (path: string) => async () => {
    const state = await mkdtemp(join(tmpdir(), 'fibtui-against-'));
    await setTimeout(pause);
    return wall(path, state).finally(async () => rm(state, { recursive: true }));
  };
  const pairs = await interleave({ runs, warmUps: 1 }, timed(program), timed(other!));
  const medians = mediansOf(pairs);
  const ratio = ratioOf(pairs);
  console.log(`${what}: ${tasks} tasks on ${workers} workers`);
  console.log(`  the other build   ${duration(medians.other).padStart(7)}`);
  console.log(`  this build        ${duration(medians.ours).padStart(7)}`);
  console.log(`  difference        ${ratioText(ratio, change)}\n`);
  return atMost(`${what}: the low end of the difference`, ratio.low, { most: 1, show: change });
}

async function wallOnScreen(path: string, state: string): Promise<Milliseconds> {
  const run = openProgram([process.execPath, path, ...args], { XDG_STATE_HOME: state });
  await run.until('in all');
  run.press('\r');
  await run.until('RESULTS');
  run.press('q');
  await run.ended;
  return savedWall(state);
}

async function wallOf(path: string, state: string): Promise<Milliseconds> {
  const { code, stderr } = await printedBy([process.execPath, path, ...args], {
    env: environment({ XDG_STATE_HOME: state }),
  });
  if (code !== 0) {
    throw new Error(stderr);
  }

  return savedWall(state);
}

/** The wall of the only pass of the only run. */
async function savedWall(state: string): Promise<Milliseconds> {
  const { recording } = await savedRun(state);
  const [pass] = finishedIn(recording);
  if (!pass) {
    throw new Error('The pass did not finish.');
  }

  return pass.outcome.wall;
}
