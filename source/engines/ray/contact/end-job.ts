import type { Milliseconds } from '../../../core/units.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobStatus } from '../api/job-info.ts';
import { answerUnlessAborted, pause, withLimit } from '../abortable.ts';
import { isJobLost, isOver } from '../job/watch-job.ts';

type Jobs = Pick<RayJobs, 'info' | 'stop'>;

const checkPeriod: Milliseconds = 150;
/** Ray kills a driver that has not ended three seconds after the stop request. */
const stopLimit: Milliseconds = 6000;
/** Ray reports the end of a job about a second after the driver's last line. */
const confirmLimit: Milliseconds = 5000;
const requestLimit: Milliseconds = 2000;

/**
 * Stops a job, and waits until Ray reports its end. Resolves with false if Ray has not done so within the limit. Waits
 * for `submitting` first: a job that Ray does not have yet cannot be stopped.
 */
export async function stopJob(
  jobs: Jobs,
  id: string,
  submitting: Promise<unknown> = Promise.resolve(),
): Promise<boolean> {
  const limit = AbortSignal.timeout(stopLimit);
  const stop = async () => requestStop(jobs, id, limit);
  await answerUnlessAborted(submitting, limit);
  let accepted = await stop();
  let before: ReportedStatus;
  while (!limit.aborted) {
    const status = await statusOf(jobs, id, limit);
    if (hasEnded(status)) {
      return true;
    }

    // Ray accepts a stop of a pending job, and forgets it: ask again once it runs.
    if (!accepted || (status === 'RUNNING' && before !== 'RUNNING')) {
      accepted = await stop();
    }

    before = status ?? before;
    await pause(checkPeriod, limit);
  }

  return false;
}

/** Waits until Ray reports the end of a job whose driver has ended, up to a limit or until the signal aborts. */
export async function confirmEnd(jobs: Jobs, id: string, signal: AbortSignal): Promise<void> {
  const limit = withLimit(confirmLimit, signal);
  while (!limit.aborted && !hasEnded(await statusOf(jobs, id, limit))) {
    await pause(checkPeriod, limit);
  }
}

/** Asks Ray to stop a job that may still run; resolves with whether Ray answered. */
async function requestStop(
  jobs: Jobs,
  id: string,
  signal = new AbortController().signal,
): Promise<boolean> {
  const answer = await answerUnlessAborted(jobs.stop(id), withLimit(requestLimit, signal));
  return answer !== undefined;
}

/** The same for a job of which nobody has heard for a while: at once, with false, where Ray does not answer. */
export async function endIfAnswered(jobs: Jobs, id: string): Promise<boolean> {
  const limit = AbortSignal.timeout(stopLimit);
  await requestStop(jobs, id, limit);
  const status = await statusOf(jobs, id, limit);
  return hasEnded(status) || (status !== undefined && stopJob(jobs, id));
}

/** `gone` if Ray no longer knows the job, undefined if it did not answer. */
type ReportedStatus = JobStatus | 'gone' | undefined;

const hasEnded = (status: ReportedStatus): boolean =>
  status === 'gone' || (status !== undefined && isOver(status));

async function statusOf(jobs: Jobs, id: string, signal: AbortSignal): Promise<ReportedStatus> {
  const request = jobs.info(id).then(
    ({ status }) => status,
    (error: unknown) => (isJobLost(error) ? 'gone' : undefined),
  );
  return answerUnlessAborted(request, withLimit(requestLimit, signal));
}
