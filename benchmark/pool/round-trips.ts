import { join } from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Milliseconds } from '../../source/core/units.ts';
import { openCrew } from '../../source/engines/pool/crew.ts';
import { loadModule } from '../../source/workload/open-kernel.ts';
import { interleave, type Pair } from '../helpers/pairs.ts';

/** Trips in a block: some 50 ms. */
const trips = 1000;

/** How long the order that asks for nothing takes to its reply and back, and a message to a worker of Node's own. */
export async function roundTrips(runs: number): Promise<readonly Pair[]> {
  const crew = await openCrew({
    workers: 1,
    workload: 'pair',
    size: 0,
    module: await loadModule(),
    signal: new AbortController().signal,
  });
  const raw = new Worker(join(import.meta.dirname, 'echo.ts'));
  try {
    return await interleave(
      { runs, warmUps: 3 },
      async () => timeOf(async () => crew.carryOut({ type: 'report' })),
      async () =>
        timeOf(async () => {
          raw.postMessage({ type: 'report' }, []);
          await once(raw, 'message');
        }),
    );
  } finally {
    await Promise.all([crew.close(), raw.terminate()]);
  }
}

async function timeOf(trip: () => Promise<unknown>): Promise<Milliseconds> {
  const started = performance.now();
  for (let done = 0; done < trips; done++) {
    await trip();
  }

  return (performance.now() - started) / trips;
}
