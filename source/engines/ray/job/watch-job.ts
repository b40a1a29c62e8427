import { EngineError, failureOf } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { headLost, pendingTooLong, unending, type JobPlace } from './job-failures.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobInfo, JobStatus } from '../api/job-info.ts';
import { pause, unlessAborted } from '../abortable.ts';

export type WatchRequest = {
  readonly jobs: Pick<RayJobs, 'info'>;
  readonly place: JobPlace;
  /** Stops watching. */
  readonly signal: AbortSignal;
  readonly now: () => Milliseconds;
  /** How long the job may be PENDING, and how long RUNNING without a sign of life from its driver. */
  readonly limits: { readonly pending: Milliseconds; readonly running: Milliseconds };
  /** When the driver's last event arrived: while its log arrives, the cluster is not lost. */
  readonly lastEventAt: () => Milliseconds;
  readonly onInfo: (info: JobInfo) => void;
};

const quickPeriod: Milliseconds = 150;
const calmPeriod: Milliseconds = 1000;
/** The cluster counts as lost after this many failed requests in a row and this long without any sign of life. */
const failuresToLose = 3;
const timeToLose: Milliseconds = 10_000;

/** Whether a request failed because Ray does not know the job. */
export const isJobLost = (error: unknown): boolean => failureOf(error).code === 'ray-job-lost';

export const isOver = (status: JobStatus): boolean =>
  status === 'SUCCEEDED' || status === 'FAILED' || status === 'STOPPED';

/**
 * Polls the job's status until the job is over; undefined if the signal aborts first. Rejects with an `EngineError` if
 * the job takes too long, Ray no longer knows it, or Ray no longer answers.
 */
export async function watchJob(request: WatchRequest): Promise<JobInfo | undefined> {
  const { jobs, place, signal, onInfo } = request;
  const checkLimits = openLimits(request);
  const outage = openOutage(request);
  let period = quickPeriod;
  while (!signal.aborted) {
    const info = await unlessAborted(jobs.info(place.id), signal).catch(outage.tolerate);
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

/** Throws if a job has been in its status for too long. */
function openLimits({ place, now, limits, lastEventAt }: WatchRequest) {
  const began = now();
  let running: Milliseconds | undefined;
  return ({ status, message }: JobInfo) => {
    const at = now();
    if (status === 'PENDING' && at - began >= limits.pending) {
      throw new EngineError(pendingTooLong(place, limits.pending, message));
    }

    running ??= status === 'RUNNING' ? at : undefined;
    if (running !== undefined && at - Math.max(running, lastEventAt()) >= limits.running) {
      throw new EngineError(unending(place, limits.running));
    }
  };
}

/** Tolerates failed requests for a while. */
function openOutage({ place, now, lastEventAt }: WatchRequest) {
  let lastAnswerAt = now();
  let failures = 0;
  return {
    end: () => {
      lastAnswerAt = now();
      failures = 0;
    },
    tolerate: (error: unknown): undefined => {
      failures++;
      if (isJobLost(error)) {
        throw error;
      }

      const silence = now() - Math.max(lastAnswerAt, lastEventAt());
      if (failures >= failuresToLose && silence >= timeToLose) {
        throw new EngineError(headLost(place, failureOf(error)));
      }
    },
  };
}
