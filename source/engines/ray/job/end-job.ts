import type { Milliseconds } from '../../../core/units.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobStatus } from '../api/job-info.ts';
import { answerOf, pause, within } from '../../system/pause.ts';
import { isJobLost, isOver } from './watch-job.ts';

type Jobs = Pick<RayJobs, 'info' | 'stop'>;

const period: Milliseconds = 150;
/** Ray kills what has not ended three seconds after it was asked to. */
const stopPatience: Milliseconds = 6000;
/** Ray calls a job over about a second after its driver's last line. */
const confirmPatience: Milliseconds = 5000;
const askPatience: Milliseconds = 2000;

/**
 * Stops a job, and waits a while until Ray calls it over: whether it does. `submitting` is waited for first, since a
 * job that is not there yet cannot be stopped.
 */
export async function stopJob(
  jobs: Jobs,
  id: string,
  submitting: Promise<unknown> = Promise.resolve(),
): Promise<boolean> {
  return within(stopPatience, async (limit) => {
    const stop = async () => askStop(jobs, id, limit);
    await answerOf(submitting, limit);
    let accepted = await stop();
    let before: SaidStatus;
    while (!limit.aborted) {
      const status = await statusOf(jobs, id, limit);
      if (hasEnded(status)) {
        return true;
      }

      // Ray accepts it for a pending job, and forgets it.
      if (!accepted || (status === 'RUNNING' && before !== 'RUNNING')) {
        accepted = await stop();
      }

      before = status ?? before;
      await pause(period, limit);
    }

    return false;
  });
}

/** Waits a while until Ray calls a job over whose driver has ended; not once the signal comes. */
export async function confirmEnd(jobs: Jobs, id: string, signal: AbortSignal): Promise<void> {
  await within(confirmPatience, async (limit) => {
    const until = AbortSignal.any([limit, signal]);
    while (!until.aborted) {
      const status = await statusOf(jobs, id, until);
      if (hasEnded(status)) {
        return;
      }

      await pause(period, until);
    }
  });
}

/** Asks for a stop, of what may still run, and waits for the answer alone: whether it came. */
export async function askStop(jobs: Jobs, id: string, signal?: AbortSignal): Promise<boolean> {
  return within(askPatience, async (limit) => {
    const until = signal ? AbortSignal.any([limit, signal]) : limit;
    return (await answerOf(jobs.stop(id), until)) !== undefined;
  });
}

/** `gone` where Ray does not know the job any more, undefined where it did not answer. */
type SaidStatus = JobStatus | 'gone' | undefined;

const hasEnded = (status: SaidStatus): boolean =>
  status === 'gone' || (status !== undefined && isOver(status));

async function statusOf(jobs: Jobs, id: string, signal: AbortSignal): Promise<SaidStatus> {
  const asked = jobs.info(id).then(
    ({ status }) => status,
    (error: unknown) => (isJobLost(error) ? 'gone' : undefined),
  );
  return answerOf(asked, signal);
}
