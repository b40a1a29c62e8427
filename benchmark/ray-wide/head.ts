import { driverLines, said } from '../../test/helpers/ray/fake-ray-jobs.ts';
import type { StandInJob } from '../../test/helpers/ray/ray-server-job.ts';
import { openRayServer } from '../../test/helpers/ray/ray-server.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { listedNodes, opening, resultOf, work, type Shape } from './script.ts';

// A head in a process of its own whose jobs only tell: `node benchmark/ray-wide/head.ts CPUS TASKS MILLISECONDS`. Prints
// its address, and when it has written the last line of a job.

const [cpus = 2, tasks = 10_000, time = 5000] = process.argv.slice(2).map(Number);
const shape: Shape = { cpus, tasks, time };
const tick: Milliseconds = 10;
const progressPeriod: Milliseconds = 100;
const mostInLine = 500;

const server = await openRayServer({ after: () => {} }, { nodes: listedNodes(shape) });
const played = new Set<string>();
setInterval(() => {
  for (const [id, job] of server.state.jobs) {
    if (!played.has(id)) {
      played.add(id);
      play(job);
    }
  }
}, tick);
console.log(server.url);

/** Not the time of day: nobody may compare the clocks of two machines. */
const clock = (): Milliseconds => 1e6 + performance.now();

function play(job: StandInJob): void {
  const nonce = /--nonce (\w+)/.exec(String(job.posted['entrypoint']))?.[1] ?? '';
  const line = driverLines(nonce);
  const tell = (lines: readonly object[]) =>
    job.write(lines.map((one) => line(one, clock())).join(''));
  job.start();
  tell(opening(shape));
  const began = clock();
  const due = work(shape);
  const running = new Set<number>();
  let told = 0;
  let progressed = began;
  const timer = setInterval(() => {
    const now = clock() - began;
    const lines: object[] = [];
    for (; told < due.length && due[told]!.at <= now; told++) {
      lines.push(lineOf(due[told]!.said, { began, at: due[told]!.at, running }));
    }

    if (clock() - progressed >= progressPeriod) {
      progressed = clock();
      lines.push(said.progress(sharesOf(running)));
    }

    if (told === due.length) {
      clearInterval(timer);
      lines.push({ ev: 'serial', taskMs: [1, 1, 1] }, said.end('ok'));
    }

    tell(lines);
    if (told === due.length) {
      console.log(`ended ${Date.now()}`);
      job.end('SUCCEEDED', { driver_exit_code: 0 });
    }
  }, tick);
}

type Moment = { readonly began: number; readonly at: Milliseconds; readonly running: Set<number> };

function lineOf(one: object, { began, at, running }: Moment): object {
  const { task, each } = one as { readonly task: number; readonly each?: Milliseconds };
  if (each === undefined) {
    running.add(task);
    return one;
  }

  running.delete(task);
  return resultOf(task, began + at - each, began + at);
}

const sharesOf = (running: ReadonlySet<number>): Record<string, number> =>
  Object.fromEntries([...running].slice(0, mostInLine).map((task) => [task, Math.random()]));
