import type { CalibrationSample, CalibrationTimes } from '../../core/plan/calibration.ts';
import { EngineError } from '../../core/failure.ts';
import type { Case } from '../../core/plan/plan.ts';
import { timeIn } from '../../core/profile/span-times.ts';
import type { Bytes, Milliseconds } from '../../core/units.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import { withCancellation } from './cancellation.ts';
import { now } from '../system/now.ts';
import { crewFailure } from './crew-failure.ts';
import { openCrew, checkReply, type Crew, type CrewRequest } from './crew.ts';
import { runPass } from './pool-pass.ts';

/** Timed in this order until the time is spent. */
const sizes = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];
/** The three coefficients of the fit need three sizes. */
const leastSizes = 3;
const leastRuns = 3;
const mostRuns = 15;
const longEnough: Milliseconds = 5;
const budget: Milliseconds = 400;
const gapRuns = 5;
const gapBudget: Milliseconds = 100;
/** Tasks in each pass that times gaps. */
const gapTasks = 50;
/** A size takes up to this many times as long as the previous one. */
const growth = 6;

/** The case of the calibration; error messages show its id. */
const calibrationCase = { id: 'the calibration', engine: 'local', workers: 1, tasks: 1 } as const;

export type CalibrationRequest = Pick<CrewRequest, 'module' | 'file'> & {
  readonly workload: WorkloadName;
  /** Memory that the calibration may use. */
  readonly limit: Bytes;
  readonly signal: AbortSignal;
};

/** Times tasks on one worker, small sizes first, for 0.4 s but at least three sizes. Rejects with an `EngineError`. */
export async function calibrationTimes(request: CalibrationRequest): Promise<CalibrationTimes> {
  const { workload, limit, signal, ...supply } = request;
  const affordable = sizes.filter(
    (size) => size <= workloads[workload].largest && workloads[workload].bytes(size) * 2 <= limit,
  );
  const largest = affordable.at(-1) ?? sizes[0]!;
  const planned = { ...calibrationCase, workload, size: largest };
  try {
    const crew = await openCrew({ ...planned, ...supply, signal });
    const work = async () => {
      await crew.all({ type: 'warm-up', size: 0 }, 1);
      const end = now() + budget;
      const gaps = await timeGaps(crew, { ...planned, size: sizes[0]! }, signal);
      return { gaps, samples: await timeSizes(crew, affordable, { end, signal }) };
    };
    return await withCancellation(crew, signal, work).finally(crew.close);
  } catch (error) {
    throw new EngineError(crewFailure(planned, error), { cause: error });
  }
}

/** Times the gap between a task's end and the next one's start, in ordinary passes of small tasks. */
async function timeGaps(
  crew: Crew,
  planned: Case,
  signal: AbortSignal,
): Promise<readonly Milliseconds[]> {
  const small = { ...planned, tasks: gapTasks };
  const gaps: Milliseconds[] = [];
  const enough = now() + gapBudget;
  for (let run = 0; run === 0 || (run < gapRuns && now() < enough); run++) {
    const outcome = await runPass(crew, small, { observe: () => {}, signal });
    if (outcome.status === 'finished') {
      const { wall, spans } = outcome;
      gaps.push((wall - timeIn(spans)) / gapTasks);
    }
  }

  return gaps;
}

/** Reserves the memory of a size before timing it. Stops at the first size whose memory the system refuses. */
async function timeSizes(
  crew: Crew,
  grid: readonly number[],
  { end, signal }: { readonly end: Milliseconds; readonly signal: AbortSignal },
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

    checkReply(reserved);
    samples.push(...(await timeSize(crew, grid[next]!)));
    before = now() - started;
  }

  return samples;
}

/** Times a size several times, small ones more often: the same disturbance weighs more on them. */
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
