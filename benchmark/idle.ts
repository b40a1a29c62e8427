import { setTimeout } from 'node:timers/promises';
import { hostOf } from '../test/helpers/terminal/host-process.ts';
import { program } from '../test/helpers/terminal/terminal.ts';
import { atLeast, atMost, judge, ofOneCore } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { accountsOf } from './helpers/process-account.ts';
import { openProgram, type Program } from './helpers/program.ts';
import { commandOf, openHead } from './ray-wide/run.ts';
import { medianInterval, median } from '../source/core/statistics.ts';
import type { Milliseconds, Share } from '../source/core/units.ts';

// How much CPU do both processes use while a screen is left alone: the setup, and the results of a run on 1,280 workers
// of a cluster? `npm run bench:idle`, a minute and a half.

/** Spells of five seconds. */
const runs = runsOr(6);
const spell: Milliseconds = 5000;
/** By then detection and calibration are done. */
const settled: Milliseconds = 5000;
const most = { setup: 0.02, results: 0.01 };
const wide = { cpus: 1280, tasks: 10_000, time: 5000 };

headline(`Screens left alone, ${runs} spells of ${spell / 1000} s`);
const setup = openProgram([process.execPath, program]);
const onSetup = await leftAlone('setup', setup);
const head = await openHead(wide);
// The window with the most on it.
const ran = openProgram(commandOf(head.url, wide), {}, { columns: 200, rows: 55 });
await ran.until('on the cluster');
ran.press('\r');
await ran.until('RESULTS');
head.close();
const onResults = await leftAlone('results', ran);

console.log();
judge([
  atMost('the setup screen left alone', onSetup.share, { most: most.setup, show: ofOneCore }),
  atMost('the results of 1,280 workers left alone', onResults.share, {
    most: most.results,
    show: ofOneCore,
  }),
  atLeast('page faults of processes before: they would be seen', onSetup.faultsBefore, {
    least: 1,
    show: String,
  }),
  atMost('processes started meanwhile', onSetup.started, {
    most: 0,
    show: (count) => (count === 0 ? 'none' : 'some'),
  }),
]);

type Spells = {
  readonly share: Share;
  readonly faultsBefore: number;
  /** Whether any process was started: 1 or 0. */
  readonly started: number;
};

/** Measures a program that nobody touches, and quits it. */
async function leftAlone(what: string, { pid, press, ended }: Program): Promise<Spells> {
  await setTimeout(settled);
  const pids = [pid, await hostOf(pid)];
  const first = accountsOf(pids);
  const shares: Share[] = [];
  let before = first;
  for (let run = 0; run < runs; run++) {
    await setTimeout(spell);
    const after = accountsOf(pids);
    shares.push((after.cpu - before.cpu) / spell);
    before = after;
  }

  press('q');
  await ended;
  const { low, high } = medianInterval(shares);
  const share = median(shares);
  console.log(
    `${what.padEnd(8)} median spell   ${ofOneCore(share)}   (${ofOneCore(low)} to ${ofOneCore(high)})`,
  );
  // The only child is the process that measures.
  const started = before.childFaults === first.childFaults && before.children === 1 ? 0 : 1;
  return { share, faultsBefore: first.childFaults, started };
}
