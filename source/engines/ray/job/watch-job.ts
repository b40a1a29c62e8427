import { EngineError, failureOf } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { headLost, pendingTooLong, unending, type JobPlace } from './job-failures.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobInfo, JobStatus } from '../api/job-info.ts';
import { orCalled, pause } from '../../system/pause.ts';

export type WatchRequest = {
  readonly jobs: Pick<RayJobs, 'info'>;
  readonly place: JobPlace;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  readonly now: () => Milliseconds;
  /** How long Ray may call the job PENDING, and how long RUNNING. */
  readonly limits: { readonly pending: Milliseconds; readonly running: Milliseconds };
  /** When the driver was last heard: where its log comes through, the cluster is not lost. */
  readonly lastHeard: () => Milliseconds;
  readonly onInfo: (info: JobInfo) => void;
};

const quickPeriod: Milliseconds = 150;
const calmPeriod: Milliseconds = 1000;
/** The cluster is lost after so many failed requests in a row, and so long without any sign of it. */
const failuresToLose = 3;
const timeToLose: Milliseconds = 10_000;

/** Whether a request failed since Ray does not know the job. */
export const isJobLost = (error: unknown): boolean => failureOf(error).code === 'ray-job-lost';

export const isOver = (status: JobStatus): boolean =>
  status === 'SUCCEEDED' || status === 'FAILED' || status === 'STOPPED';

/**
 * Asks how the job is until it is over; undefined where the signal comes first. Rejects with an `EngineError` when it
 * takes too long, Ray has forgotten it, or does not answer any more.
 */
export async function watchJob(request: WatchRequest): Promise<JobInfo | undefined> {
  const { jobs, place, signal, onInfo } = request;
  const checkLimits = openLimits(request);
  const outage = openOutage(request);
  let period = quickPeriod;
  while (!signal.aborted) {
    const info = await orCalled(jobs.info(place.id), signal).catch(outage.bear);
    if (info && !signal.aborted) {
      outage.end();
      onInfo(info);
      if (isOver(info.status)) {
        return info;
      }

      checkLimits(info);
      period = info.status === 'PENDING' ? quickPeriod : calmPeriod;
    }

    await pause(period, signal);
  }

  return undefined;
}

/** Throws where a job has been in its status for too long. */
function openLimits({ place, now, limits }: WatchRequest) {
  const began = now();
  let running: Milliseconds | undefined;
  return ({ status, message }: JobInfo) => {
    const at = now();
    if (status === 'PENDING' && at - began >= limits.pending) {
      throw new EngineError(pendingTooLong(place, limits.pending, message));
    }

    running ??= status === 'RUNNING' ? at : undefined;
    if (running !== undefined && at - running >= limits.running) {
      throw new EngineError(unending(place, limits.running));
    }
  };
}

/** Bears requests that fail, for a while. */
function openOutage({ place, now, lastHeard }: WatchRequest) {
  let answered = now();
  let failures = 0;
  return {
    end: () => {
      answered = now();
      failures = 0;
    },
    bear: (error: unknown): undefined => {
      failures++;
      if (isJobLost(error)) {
        throw error;
      }

      const silence = now() - Math.max(answered, lastHeard());
      if (failures >= failuresToLose && silence >= timeToLose) {
        throw new EngineError(headLost(place, failureOf(error)));
      }
    },
  };
}
