import { availableParallelism } from 'node:os';
import { duration } from '../source/core/text/format.ts';
import { atLeast, judge } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { reportWith } from './helpers/headless.ts';

// Does fibtui report a difference where there is none? Compares each engine with itself, many times: `npm run
// bench:ties`, eight minutes. By chance alone one run in twenty may name a winner. A machine that favours one of two
// equal crews shows here as well.

const runs = runsOr(20);
const rounds = 10;
const size = 50_000;
/** Makes passes of about half a second. */
const tasksPerWorker = 45;
/** 17 of 20. */
const enough = Math.ceil(0.85 * runs);

type Engine = 'local' | 'pool';

const engines = { local: 1, pool: availableParallelism() } as const;
const ties = { local: 0, pool: 0 };

headline(`An engine against itself, ${runs} runs of ${rounds} rounds of each`);
for (let run = 0; run < runs; run++) {
  for (const engine of ['local', 'pool'] as const) {
    ties[engine] += (await isTie(engine, run)) ? 1 : 0;
  }
}

console.log();
const ofRuns = (count: number): string => `${count} of ${runs}`;
judge([
  atLeast('ties of local,local', ties.local, { least: enough, show: ofRuns }),
  atLeast('ties of pool,pool', ties.pool, { least: enough, show: ofRuns }),
]);

async function isTie(engine: Engine, run: number): Promise<boolean> {
  const tasks = String(tasksPerWorker * engines[engine]);
  const plan = ['--size', String(size), '--tasks', tasks, '--rounds', String(rounds)];
  const { cases, verdict } = await reportWith('--engines', `${engine},${engine}`, ...plan);
  const [comparison] = verdict.comparisons;
  if (!comparison) {
    throw new Error(`${engine},${engine} was not compared.`);
  }

  const { factor = Number.NaN, low = Number.NaN, high = Number.NaN, outcome } = comparison;
  const medians = cases.map(({ median = Number.NaN }) => duration(median).padStart(7)).join('  ');
  console.log(
    `${String(run + 1).padStart(2)}  ${engine.padEnd(5)}  ${medians}   ${factor.toFixed(3)}x  (${low.toFixed(3)} to ${high.toFixed(3)})   ${outcome}`,
  );
  return outcome === 'same' || outcome === 'undecided';
}
