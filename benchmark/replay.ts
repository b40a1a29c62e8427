import { join } from 'node:path';
import { elapsed, duration } from '../source/core/text/format.ts';
import { median } from '../source/core/statistics.ts';
import type { Milliseconds, Share } from '../source/core/units.ts';
import { listRuns } from '../source/output/run-files/list.ts';
import { readRun } from '../source/output/run-files/read.ts';
import { program, stateHome } from '../test/helpers/terminal/terminal.ts';
import { atLeast, atMost, judge, ofOneCore } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { accountOf } from './helpers/process-account.ts';
import { openProgram, runFor } from './helpers/program.ts';

// How long does it take to replay a minute at 20 times the speed, and how much CPU? `npm run bench:replay`. The minute
// is real: the program runs that long in a terminal, and its saved run is replayed in another one.

const runs = runsOr(5);
const minute: Milliseconds = 60_000;
const speed = 20;
/** CPU use is counted from the launch and includes reading the file. */
const most: Share = 0.3;
const starting: Milliseconds = 1000;

headline(`A run of a minute, replayed ${runs} times at --speed ${speed}`);
await runFor(minute);
const recorded = await lengthOfLastRun();
const replays: Replayed[] = [];
for (let run = 0; run < runs; run++) {
  replays.push(await replay());
}

const due = recorded / speed;
const took = median(replays.map(({ wall }) => wall));
const share = median(replays.map(({ cpu, wall }) => cpu / wall));
console.log(`recorded ${duration(recorded)}, a ${speed}th of it is ${duration(due)}`);
console.log(`replayed ${duration(took)} from the launch to the end, ${ofOneCore(share)}\n`);
judge([
  atLeast('the replay', took, { least: due, show: duration }),
  atMost('the replay, with its start', took, { most: due + starting, show: duration }),
  atMost('what it takes', share, { most, show: ofOneCore }),
]);

/** From the launch to the end of the recording. */
type Replayed = { readonly wall: Milliseconds; readonly cpu: Milliseconds };

async function lengthOfLastRun(): Promise<Milliseconds> {
  const [last] = (await listRuns(join(stateHome, 'fibtui', 'runs'))).runs;
  const opened = await readRun(last?.path ?? '');
  if (opened.status === 'failed') {
    throw new Error(opened.failure.message);
  }

  const { events } = opened.run.recording;
  return events.at(-1)!.at - events[0].at;
}

async function replay(): Promise<Replayed> {
  const began = performance.now();
  const command = [process.execPath, program, 'replay', '--speed', String(speed)];
  const { pid, until, press, ended } = openProgram(command);
  await until(`ended ${elapsed(recorded)}`);
  const [wall, { cpu }] = [performance.now() - began, accountOf(pid)];
  press('q');
  await ended;
  return { wall, cpu };
}
