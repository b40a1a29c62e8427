import { EngineError, failureOf } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { Contact } from '../contact/contact.ts';
import { pendingTooLong, unending, type JobPlace } from './job-failures.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobInfo, JobStatus } from '../api/job-info.ts';
import { pause, unlessAborted } from '../abortable.ts';

export type WatchRequest = {
  readonly jobs: Pick<RayJobs, 'info'>;
  readonly place: JobPlace;
  /** Stops watching. */
  readonly signal: AbortSignal;
  readonly now: () => Milliseconds;
  /** How long the job may be PENDING, and how long RUNNING without any progress. */
  readonly limits: { readonly pending: Milliseconds; readonly running: Milliseconds };
  /** When the driver last reported progress; -Infinity before. */
  readonly progressedAt: () => Milliseconds;
  /** Decides when a head that does not answer is lost. */
  readonly contact: Pick<Contact, 'missed'>;
  readonly onInfo: (info: JobInfo) => void;
};

const quickPeriod: Milliseconds = 150;
const calmPeriod: Milliseconds = 1000;

/** Whether a request failed because Ray does not know the job. */
export const isJobLost = (error: unknown): boolean => failureOf(error).code === 'ray-job-lost';

export const isOver = (status: JobStatus): boolean =>
  status === 'SUCCEEDED' || status === 'FAILED' || status === 'STOPPED';

/**
 * Polls the job's status until the job is over; undefined if the signal aborts first. Rejects with an `EngineError` if
 * the job takes too long, Ray no longer knows it, or Ray no longer answers.
 */
export async function watchJob(request: WatchRequest): Promise<JobInfo | undefined> {
  const { jobs, place, signal, contact, onInfo } = request;
  const checkLimits = openLimits(request);
  const tolerate = (error: unknown): undefined => {
    if (isJobLost(error)) {
      throw error;
    }

    contact.missed(error);
  };
  let period = quickPeriod;
  while (!signal.aborted) {
    const info = await unlessAborted(jobs.info(place.id), signal).catch(tolerate);
    if (info && !signal.aborted) {
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
function openLimits({ place, now, limits, progressedAt }: WatchRequest) {
  const began = now();
  let running: Milliseconds | undefined;
  return ({ status, message }: JobInfo) => {
    const at = now();
    if (status === 'PENDING' && at - began >= limits.pending) {
      throw new EngineError(pendingTooLong(place, limits.pending, message));
    }

    running ??= status === 'RUNNING' ? at : undefined;
    if (running !== undefined && at - Math.max(running, progressedAt()) >= limits.running) {
      throw new EngineError(unending(place, limits.running));
    }
  };
}
