import type { CalibrationSample } from '../core/calibration.ts';
import { EngineError } from '../core/failure.ts';
import type { Bytes, Milliseconds } from '../core/units.ts';
import { workloads, type WorkloadName } from '../core/workload.ts';
import { braked } from './brake.ts';
import { now } from './clock.ts';
import { crewFailure } from './crew-failure.ts';
import { openCrew, succeeded, type Crew, type CrewRequest } from './crew.ts';

/** Sizes that grow until the time is spent. */
const sizes = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];
const runs = 3;
const budget: Milliseconds = 400;
/** The next size takes up to this many times as long as the one before. */
const growth = 6;

/** One worker, called by what it is there for where it fails. */
const alone = { id: 'the calibration', engine: 'local', workers: 1, tasks: 1 } as const;

export type CalibrationRequest = Pick<CrewRequest, 'module' | 'file'> & {
  readonly workload: WorkloadName;
  /** Memory that it may take. */
  readonly limit: Bytes;
  readonly signal: AbortSignal;
};

/** Times single tasks on a worker for at most 0.4 s, the smallest sizes first; rejects with an `EngineError`. */
export async function calibrationSamples(
  request: CalibrationRequest,
): Promise<readonly CalibrationSample[]> {
  const { workload, limit, signal, ...supply } = request;
  const affordable = sizes.filter(
    (size) => size <= workloads[workload].largest && workloads[workload].bytes(size) * 2 <= limit,
  );
  const largest = affordable.at(-1) ?? sizes[0]!;
  const planned = { ...alone, workload, size: largest };
  try {
    const crew = await openCrew({ ...planned, ...supply, signal });
    const work = async () => {
      await crew.all({ type: 'warm-up', size: 0 }, 1);
      return timeSizes(crew, affordable, signal);
    };
    return await braked(crew, signal, work).finally(crew.close);
  } catch (error) {
    throw new EngineError(crewFailure(planned, error), { cause: error });
  }
}

/** The memory of each size is taken and touched before it is timed; where the system refuses it, no larger one is. */
async function timeSizes(crew: Crew, grid: readonly number[], signal: AbortSignal) {
  const samples: CalibrationSample[] = [];
  const end = now() + budget;
  for (let before: Milliseconds = 0, next = 0; next < grid.length && !signal.aborted; next++) {
    if (now() + before * growth > end) {
      break;
    }

    const started = now();
    const reserved = await crew.carryOut({ type: 'reserve', size: grid[next]! });
    if (reserved.type === 'failed' && samples.length > 0) {
      break;
    }

    succeeded(reserved);
    samples.push(...(await timeSize(crew, grid[next]!)));
    before = now() - started;
  }

  return samples;
}

async function timeSize(crew: Crew, size: number): Promise<readonly CalibrationSample[]> {
  const samples: CalibrationSample[] = [];
  for (let run = 0; run < runs; run++) {
    const reply = await crew.carryOut({ type: 'task', task: run, size });
    if (reply.type === 'finished') {
      samples.push({ n: size, duration: reply.end - reply.start });
    }
  }

  return samples;
}
