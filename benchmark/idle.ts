import { setTimeout } from 'node:timers/promises';
import { hostOf } from '../test/helpers/terminal/host-process.ts';
import { program } from '../test/helpers/terminal/terminal.ts';
import { atLeast, atMost, judge, ofOneCore } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { accountsOf } from './helpers/process-account.ts';
import { openWindow } from './helpers/window.ts';
import { medianInterval, median } from '../source/core/statistics.ts';
import type { Milliseconds } from '../source/core/units.ts';

// How much CPU do both processes use while the setup screen is idle? `npm run bench:idle`.

/** Spells of five seconds. */
const runs = runsOr(6);
const spell: Milliseconds = 5000;
/** By then detection and calibration are done. */
const settled: Milliseconds = 5000;
const most = 0.02;

headline(`The setup screen left alone, ${runs} spells of ${spell / 1000} s`);
const window = openWindow({ command: [process.execPath, program], columns: 80, rows: 24 });
await setTimeout(settled);
const pids = [window.pid, await hostOf(window.pid)];
const first = accountsOf(pids);
const shares: number[] = [];
let before = first;
for (let run = 0; run < runs; run++) {
  await setTimeout(spell);
  const after = accountsOf(pids);
  shares.push((after.cpu - before.cpu) / spell);
  before = after;
}

window.press('q');
await window.ended;

const { low, high } = medianInterval(shares);
// The only child is the process that measures.
const started = before.childFaults === first.childFaults && before.children === 1 ? 0 : 1;
console.log(
  `median spell   ${ofOneCore(median(shares))}   (${ofOneCore(low)} to ${ofOneCore(high)})\n`,
);
judge([
  atMost('the setup screen left alone', median(shares), { most, show: ofOneCore }),
  atLeast('page faults of processes before: they would be seen', first.childFaults, {
    least: 1,
    show: String,
  }),
  atMost('processes started meanwhile', started, {
    most: 0,
    show: (count) => (count === 0 ? 'none' : 'some'),
  }),
]);
