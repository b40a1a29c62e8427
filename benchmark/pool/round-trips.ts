import { join } from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Milliseconds } from '../../source/core/units.ts';
import { openCrew } from '../../source/engines/pool/crew.ts';
import { loadModule } from '../../source/workload/open-kernel.ts';
import { interleave, type Pair } from '../helpers/pairs.ts';

/** Trips per block, which takes about 50 ms. */
const trips = 1000;

/** Round-trip times of an empty order, and of a message to a plain Node worker. */
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
