import { promises as timers } from 'node:timers';
import { EngineError, type Failure } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { RayJobs } from '../api/jobs.ts';
import { usualPatience } from './contact.ts';
import { endIfAnswered } from './end-job.ts';
import {
  jobLeft,
  lostCode,
  stoppedSince,
  stopUnconfirmed,
  type JobPlace,
} from '../job/job-failures.ts';
import type { JobOutcome } from '../job/job-outcome.ts';

/** What a pass on a cluster leaves to the next one: a job that may still run, and a head that was lost. */
export type Aftermath = {
  /** How long a head that does not answer is asked again: not at all once it was lost. */
  readonly patience: () => Milliseconds;
  /** Ends the jobs of earlier passes, so that none runs beside another; rejects if Ray does not confirm it. */
  readonly endJobs: (cluster: LeftOn) => Promise<void>;
  /** A cancelled job that may still run is told to stop again and again in the background, until `forget`. */
  readonly ended: (job: LeftJob, outcome: JobOutcome) => void;
  /** A pass failed before its job was submitted. */
  readonly failed: (failure: Failure) => Failure;
  /** The cluster has been reached again. */
  readonly forget: () => void;
};

type LeftOn = Pick<JobPlace, 'address'> & { readonly jobs: Pick<RayJobs, 'info' | 'stop'> };

type LeftJob = JobPlace & LeftOn;

const retryPeriod: Milliseconds = 2000;

/** @param onLeft Receives a sentence about a cancelled job that may still run, and one when it has ended after all. */
export function openAftermath(onLeft: (sentence: string) => void = () => {}): Aftermath {
  const left = new Map<string, JobPlace>();
  let isLost = false;
  let forgetting = new AbortController();
  return {
    patience: () => (isLost ? 0 : usualPatience),
    async endJobs({ address, jobs }) {
      for (const job of [...left.values()].filter((job) => job.address.base === address.base)) {
        if (!(await endIfAnswered(jobs, job.id))) {
          throw new EngineError(jobLeft(job));
        }

        left.delete(job.id);
      }
    },
    ended({ jobs, ...job }, outcome) {
      isLost = outcome.status === 'failed' && outcome.failure.code === lostCode;
      if (outcome.status !== 'finished' && outcome.mayRun) {
        left.set(job.id, job);
      }

      if (outcome.status === 'cancelled' && outcome.mayRun) {
        onLeft(stopUnconfirmed(job));
        const stopped = () => void (left.delete(job.id) && onLeft(stoppedSince(job)));
        void keepStopping({ ...job, jobs }, forgetting.signal).then(
          (isOver) => isOver && stopped(),
        );
      }
    },
    failed(failure) {
      isLost ||= failure.code === lostCode;
      return failure;
    },
    forget() {
      isLost = false;
      forgetting.abort();
      forgetting = new AbortController();
    },
  };
}

/** Resolves with whether the job has ended. A program that ends does not wait for it. */
async function keepStopping({ id, jobs }: LeftJob, signal: AbortSignal): Promise<boolean> {
  for (let tried = 0; tried < usualPatience; tried += retryPeriod) {
    await timers.setTimeout(retryPeriod, undefined, { ref: false, signal }).catch(() => {});
    if (signal.aborted) {
      return false;
    }

    if (await endIfAnswered(jobs, id)) {
      return true;
    }
  }

  return false;
}
