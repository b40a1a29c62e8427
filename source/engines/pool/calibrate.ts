import type { CalibrationSample, CalibrationTimes } from '../../core/plan/calibration.ts';
import { EngineError } from '../../core/failure.ts';
import type { Case } from '../../core/plan/plan.ts';
import type { Bytes, Milliseconds } from '../../core/units.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import { braked } from './cancellation.ts';
import { now } from '../system/now.ts';
import { crewFailure } from './crew-failure.ts';
import { openCrew, succeeded, type Crew, type CrewRequest } from './crew.ts';
import { runPass } from './pool-pass.ts';

/** Sizes that grow until the time is spent. */
const sizes = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];
/** Fewer fix no law. */
const leastSizes = 3;
const leastRuns = 3;
const mostRuns = 15;
const longEnough: Milliseconds = 5;
const budget: Milliseconds = 400;
const gapRuns = 5;
const gapBudget: Milliseconds = 100;
/** Of every one of these passes. */
const gapTasks = 50;
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

/** Times tasks on a worker for at most 0.4 s or three sizes, the smallest first; rejects with an `EngineError`. */
export async function calibrationTimes(request: CalibrationRequest): Promise<CalibrationTimes> {
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
      const end = now() + budget;
      const gaps = await timeGaps(crew, { ...planned, size: sizes[0]! }, signal);
      return { gaps, samples: await timeSizes(crew, affordable, end, signal) };
    };
    return await braked(crew, signal, work).finally(crew.close);
  } catch (error) {
    throw new EngineError(crewFailure(planned, error), { cause: error });
  }
}

/** From the end of a task to the start of the next one, in passes of small tasks that are given out as any are. */
async function timeGaps(
  crew: Crew,
  planned: Case,
  signal: AbortSignal,
): Promise<readonly Milliseconds[]> {
  const pass = { index: 0, round: 1, case: { ...planned, tasks: gapTasks } };
  const gaps: Milliseconds[] = [];
  const enough = now() + gapBudget;
  for (let run = 0; run === 0 || (run < gapRuns && now() < enough); run++) {
    const outcome = await runPass(crew, pass, () => {}, signal);
    if (outcome.status === 'finished') {
      const { wall, spans } = outcome;
      gaps.push(spans.reduce((rest, { start, end }) => rest - (end - start), wall) / gapTasks);
    }
  }

  return gaps;
}

/** The memory of each size is taken and touched before it is timed; where the system refuses it, no larger one is. */
async function timeSizes(
  crew: Crew,
  grid: readonly number[],
  end: Milliseconds,
  signal: AbortSignal,
): Promise<readonly CalibrationSample[]> {
  const samples: CalibrationSample[] = [];
  for (let before: Milliseconds = 0, next = 0; next < grid.length && !signal.aborted; next++) {
    if (next >= leastSizes && now() + before * growth > end) {
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

/** Several times, a small size more often: what disturbs it is as large as for the others. */
async function timeSize(crew: Crew, size: number): Promise<readonly CalibrationSample[]> {
  const samples: CalibrationSample[] = [];
  const enough = now() + longEnough;
  for (let run = 0; run < leastRuns || (run < mostRuns && now() < enough); run++) {
    const reply = await crew.carryOut({ type: 'task', task: run, size });
    if (reply.type === 'finished') {
      samples.push({ n: size, duration: reply.end - reply.start });
    }
  }

  return samples;
}
