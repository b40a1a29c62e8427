import { factor } from '../source/core/text/format.ts';
import type { CauseCode } from '../source/core/report/figures/cause-code.ts';
import { largestFirst } from '../source/core/report/figures/parts.ts';
import type { ReportCase } from '../source/core/report/figures/report-case.ts';
import type { Report } from '../source/core/report/report.ts';
import { median } from '../source/core/statistics.ts';
import { atLeast, atMost, change, judge, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { exitOnSignals } from './helpers/exit-on-signals.ts';
import { openHeadless } from './helpers/headless.ts';
import { besideHogs } from './helpers/hogs.ts';
import { quiet, stages, type Setup, type Stage } from './causes/stages.ts';

// Is the cause that fibtui names the right one? Stages what takes time away from a pool, counts how often the largest
// loss has that cause, takes it away, and compares the speed-up with what "as fast without it" had said: `npm run
// bench:causes`, ten minutes. Quiet runs show how often a cause of the machine is named without one.

exitOnSignals();

const runs = runsOr(10);
const quietRuns = 4 * runs;
const removedRuns = Math.min(3, runs);
const rightly = 0.9;
const falsely = 0.05;
const closeTo = 0.1;

const ofTheMachine: ReadonlySet<CauseCode> = new Set([
  'throttled',
  'other-load',
  'stolen',
  'clock-fell',
]);

headline(`What takes time away, staged: ${runs} runs of each, and ${quietRuns} quiet ones`);
const named: Bar[] = [];
const errors: number[] = [];
for (const stage of stages) {
  named.push(await tryStage(stage));
}

console.log();
judge([
  ...named,
  atMost('"as fast without it" against what came true, the median stage', median(errors), {
    most: closeTo,
    show: (error) => change(1 + error),
  }),
  atMost('quiet runs that name a cause of the machine', await falseAlarms(), {
    most: Math.floor(falsely * quietRuns),
    show: (count) => `${count} of ${quietRuns}`,
  }),
]);

async function tryStage({ name, causes, staged, removed }: Stage): Promise<Bar> {
  const found = await reportsOf(staged, runs);
  const right = found.filter((report) => causes.includes(causesOf(report)[0]!));
  const told = found.map(predicted).filter((value) => value !== undefined);
  const before = median(found.map((report) => poolOf(report).speedup?.value ?? Number.NaN));
  const after = removed ? await valueOf(removed) : undefined;
  const expected = told.length > 0 ? median(told) : undefined;
  const came =
    after === undefined || expected === undefined
      ? 'cannot be taken away here'
      : `as fast without it ${factor(expected)}, came true ${factor(after)} (${change(after / expected)})`;
  if (after !== undefined && expected !== undefined) {
    errors.push(Math.abs(after / expected - 1));
  }

  console.log(`${name}: ${factor(before)}; ${came}`);
  for (const report of found.filter((one) => !right.includes(one))) {
    console.log(`  named otherwise: ${report.advice[0]?.sentence ?? 'nothing'}`);
  }

  return atLeast(`${name} named rightly`, right.length, {
    least: Math.ceil(rightly * runs),
    show: (count) => `${count} of ${runs}`,
  });
}

async function reportsOf(setup: Setup, count: number): Promise<readonly Report[]> {
  const found: Report[] = [];
  for (let run = 0; run < count; run++) {
    found.push(
      await besideHogs(
        setup.hogs ?? [],
        async () => openHeadless(setup.args, setup.launcher).report,
      ),
    );
  }

  return found;
}

/** The speed-up of the pool, the median of a few runs. */
async function valueOf(setup: Setup): Promise<number> {
  const found = await reportsOf(setup, removedRuns);
  return median(found.map((report) => poolOf(report).speedup?.value ?? Number.NaN));
}

async function falseAlarms(): Promise<number> {
  const found = await reportsOf(quiet, quietRuns);
  const alarmed = found.filter((report) => causesOf(report).some((code) => ofTheMachine.has(code)));
  for (const { advice } of alarmed) {
    console.log(`  quiet, and yet: ${advice[0]?.sentence}`);
  }

  return alarmed.length;
}

function poolOf({ cases }: Report): ReportCase {
  return cases.find(({ id }) => id === 'pool')!;
}

function causesOf({ advice }: Report): readonly CauseCode[] {
  return advice.find((found) => found.case === 'pool')?.causes ?? [];
}

/** What the report says of the speed-up without its largest loss. */
function predicted(report: Report): number | undefined {
  const { budget } = poolOf(report);
  return budget && largestFirst(budget)[0]?.without;
}
