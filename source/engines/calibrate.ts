import type { CalibrationSample } from '../core/calibration.ts';
import type { Bytes, Milliseconds } from '../core/units.ts';
import { workloads, type WorkloadName } from '../core/workload.ts';
import { now } from './clock.ts';
import { openCrew, type Crew } from './crew.ts';

/** Sizes that grow until the time is spent. */
const sizes = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];
const runs = 3;
const budget: Milliseconds = 400;
/** The next size takes up to this many times as long as the one before. */
const growth = 6;

export type CalibrationRequest = {
  readonly workload: WorkloadName;
  readonly module: WebAssembly.Module;
  /** Memory that it may take. */
  readonly limit: Bytes;
  readonly signal: AbortSignal;
};

/** Times single tasks on a worker for at most 0.4 s, the smallest sizes first. */
export async function calibrationSamples(
  request: CalibrationRequest,
): Promise<readonly CalibrationSample[]> {
  const { workload, module, limit, signal } = request;
  const affordable = sizes.filter(
    (size) => size <= workloads[workload].largest && workloads[workload].bytes(size) * 2 <= limit,
  );
  const largest = affordable.at(-1) ?? sizes[0]!;
  const crew = await openCrew({ workers: 1, workload, size: largest, module, signal });
  try {
    await crew.all({ type: 'warm-up', size: 0 }, 1);
    return await timeSizes(crew, affordable, signal);
  } finally {
    await crew.close();
  }
}

async function timeSizes(crew: Crew, grid: readonly number[], signal: AbortSignal) {
  const samples: CalibrationSample[] = [];
  const end = now() + budget;
  for (let before: Milliseconds = 0, next = 0; next < grid.length && !signal.aborted; next++) {
    if (now() + before * growth > end) {
      break;
    }

    const started = now();
    samples.push(...(await timeSize(crew, grid[next]!)));
    before = now() - started;
  }

  return samples;
}

/** The memory of each size is taken and touched before it is timed. */
async function timeSize(crew: Crew, size: number): Promise<readonly CalibrationSample[]> {
  const samples: CalibrationSample[] = [];
  await crew.carryOut({ type: 'reserve', size });
  for (let run = 0; run < runs; run++) {
    const reply = await crew.carryOut({ type: 'task', task: run, size });
    if (reply.type === 'finished') {
      samples.push({ n: size, duration: reply.end - reply.start });
    }
  }

  return samples;
}
