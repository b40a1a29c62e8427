import { reportOf } from '../source/core/report/report-of.ts';
import { count } from '../source/core/text/format.ts';
import { openDriverLog } from '../source/engines/ray/job/driver-log.ts';
import { watchCluster } from '../source/engines/ray/workers/cluster-watch.ts';
import { openFold } from '../source/session/replay/fold.ts';
import { failedPasses } from '../test/helpers/profiles/failed-passes.ts';
import { driverLines, said } from '../test/helpers/ray/fake-ray-jobs.ts';
import { atMost, judge, times, type Bar } from './helpers/bars.ts';
import { headline } from './helpers/command.ts';

// Does one of many cost more than one of few? What a driver's log and a run file may have very many of:
// `npm run bench:growth`, half a minute. CPU time, so that a busy machine changes little.

/** One of the most may cost so many times what one of the fewest costs: caches and the garbage collector take a part. */
const most = 3;

type Kind = {
  readonly counts: readonly number[];
  /** Makes so many, and returns what is to be timed. */
  readonly of: (many: number) => () => Promise<void> | void;
};

const kinds: Readonly<Record<string, Kind>> = {
  'lines of a log': {
    counts: [1000, 10_000, 100_000, 1_000_000],
    of: (many) => logOf('Something that another program writes.\n'.repeat(many)),
  },
  'tasks of a driver with 4,096 workers': {
    counts: [1000, 10_000, 100_000],
    of: (many) => logOf(tasksOf(many)),
  },
  'failed passes of a run file': {
    counts: [1000, 10_000, 50_000],
    of(many) {
      const recording = failedPasses(many);
      return () => void reportOf(openFold(recording)(recording.events.length), 'benchmark');
    },
  },
};

headline('What one of many costs');
const bars: Bar[] = [];
for (const [what, { counts, of }] of Object.entries(kinds)) {
  await of(counts[0]!)();
  const each: number[] = [];
  for (const many of counts) {
    const work = of(many);
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    each.push((user + system) / 1000 / many);
  }

  const texts = counts.map(
    (many, index) => `${count(many)}: ${(each[index]! * 1000).toFixed(1)} µs`,
  );
  console.log(`${what.padEnd(38)} each of ${texts.join('   ')}`);
  bars.push(atMost(what, (each.at(-1) ?? 0) / each[0]!, { most, show: times }));
}

console.log();
judge(bars);

function logOf(text: string) {
  return async () => {
    const watch = watchCluster({ tasks: 1e6, workers: 4096 }, () => {});
    const log = openDriverLog({
      nonce: 'n',
      now: () => performance.now(),
      onEvent: (event) => watch.handle(event),
    });
    log.read(text);
    await log.settled();
    watch.close();
  };
}

function tasksOf(many: number): string {
  const line = driverLines('n');
  const tasks = Array.from(
    { length: many },
    (_, task) => line(said.started(task, 'a', `w${task % 4096}`)) + line(said.result(task)),
  );
  return line(said.cluster) + tasks.join('');
}
