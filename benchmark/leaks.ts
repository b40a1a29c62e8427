import { readdirSync } from 'node:fs';
import { hostOf } from '../test/helpers/terminal/host-process.ts';
import { treeMemory } from './helpers/process-account.ts';
import { defaultSettings } from '../source/core/plan/settings.ts';
import { forked } from '../source/host/parent/forked.ts';
import { openSession } from '../source/session/live/session.ts';
import { runToEnd } from '../test/helpers/session/run-to-end.ts';

/**
 * Two hundred runs in one session. Threads, handles and memory of this process and of the one that measures are read
 * after the tenth and every fiftieth.
 */
const runs = 200;
const settled = 10;

/** Normal variation of memory from run to run. */
const swing = 20 * 2 ** 20;

const session = openSession({
  version: 'leaks',
  libraries: {},
  ray: { environment: {}, home: '' },
  openHost: forked(process.execArgv),
});
const settings = {
  ...defaultSettings,
  size: 100,
  tasks: 4,
  rounds: 1,
  workers: 2,
};

const readings: Reading[] = [];
for (let run = 1; run <= runs; run++) {
  await runToEnd(session, settings);
  if (run === settled || run % 50 === 0) {
    readings.push(await reading(await hostOf(process.pid)));
    console.log(`run ${String(run).padStart(3)}`, readings.at(-1));
  }
}

await session.close();

const [first, last] = [readings[0]!, readings[readings.length - 1]!];
const grown = [
  ...(last.threads > first.threads ? [`threads ${first.threads} -> ${last.threads}`] : []),
  ...(last.handles > first.handles ? [`handles ${first.handles} -> ${last.handles}`] : []),
  ...(last.heap > first.heap + swing ? [`heap ${first.heap} -> ${last.heap}`] : []),
  ...(last.rss > first.rss + swing ? [`rss ${first.rss} -> ${last.rss}`] : []),
];
console.log(grown.length === 0 ? 'nothing grows' : `GROWS: ${grown.join(', ')}`);
process.exit(grown.length === 0 ? 0 : 1);

type Reading = {
  readonly threads: number;
  readonly handles: number;
  readonly heap: number;
  readonly rss: number;
};

/** Reads after two garbage collections: the first may release objects for the second. */
async function reading(host: number): Promise<Reading> {
  for (let round = 0; round < 2; round++) {
    await new Promise(setImmediate);
    globalThis.gc?.();
  }

  const { heapUsed, rss } = process.memoryUsage();
  return {
    threads: readdirSync('/proc/self/task').length + readdirSync(`/proc/${host}/task`).length,
    handles: process.getActiveResourcesInfo().length + readdirSync(`/proc/${host}/fd`).length,
    heap: heapUsed,
    rss: rss + treeMemory(host),
  };
}
