import { count } from '../source/core/text/format.ts';
import { spanOf } from '../source/core/profile/span-times.ts';
import { median } from '../source/core/statistics.ts';
import { eventsNamed } from '../test/ray/driver-run.ts';
import { judge, within, type Bar } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { driverPass, type DriverPass } from './ray/driver-pass.ts';
import { withCpus } from './ray/with-cpus.ts';

// Is `python x1` a fair reference? On a head of one CPU the tasks cannot be faster than one after another, so the
// speed-up inside the cluster has to be 1, and tasks and serial sequences have to find the same memory:
// `npm run bench:ray-fair`, five minutes.

const runs = runsOr(5);
const tasks = 8;
const serial = 3;
const works = [
  { workload: 'list', size: 100_000 },
  { workload: 'pair', size: 300_000 },
] as const;
const mostAside = 0.05;
const mostFaultsAside = 0.1;

type Fairness = {
  /** The speed-up inside the cluster. */
  readonly inside: number;
  /** Median page faults of a task and of a serial sequence. */
  readonly faults: { readonly task: number; readonly serial: number };
};

headline(`python x1 against ${tasks} tasks on one CPU, ${runs} interleaved runs`);
await withCpus(1, async (head) => {
  const found = works.map(() => new Array<Fairness>());
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const fairness = fairnessOf(await driverPass(head, { ...work, tasks, serial }));
      found[index]?.push(fairness);
      const { inside, faults } = fairness;
      console.log(
        `  ${work.workload}, ${count(work.size)} terms: inside ${inside.toFixed(3)}, page faults ${faults.task} of a task, ${faults.serial} of a serial one`,
      );
    }
  }

  console.log();
  judge(works.flatMap((work, index) => barsOf(work.workload, found[index]!)));
});

function fairnessOf({ events }: DriverPass): Fairness {
  const results = eventsNamed(events, 'result');
  const { taskMs, betweenMs = [], faults = [] } = eventsNamed(events, 'serial')[0]!;
  const span = spanOf({
    start: results.map(({ startMs }) => startMs),
    end: results.map(({ endMs }) => endMs),
  });
  return {
    inside: (tasks * median(taskMs) + (tasks - 1) * median(betweenMs)) / span,
    faults: {
      task: median(results.map((result) => result.faults ?? Number.NaN)),
      serial: median(faults.map(Number)),
    },
  };
}

function barsOf(name: string, runs: readonly Fairness[]): readonly Bar[] {
  // A handful of faults is noise where none are needed.
  const ratios = runs.map(({ faults: { task, serial } }) => (task + 1) / (serial + 1));
  return [
    within(`${name}: inside the cluster`, median(runs.map(({ inside }) => inside)), mostAside),
    within(`${name}: page faults of a task against a serial one`, median(ratios), mostFaultsAside),
  ];
}
