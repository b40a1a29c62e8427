import type { Failure } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { EventNamed } from '../driver/driver-event.ts';
import { driverFailure } from './driver-failures.ts';
import { confirmEnd } from './end-job.ts';
import { endFailure, noRay, type JobPlace } from './job-failures.ts';
import {
  allOf,
  durationsOf,
  finishedTasks,
  heardOf,
  type FinishedTask,
  type JobDurations,
  type PostTimes,
} from './job-record.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobInfo } from '../api/job-info.ts';
import type { Ear, Ending } from './listen.ts';
import { answerOf, within } from '../../system/pause.ts';

export type JobOutcome =
  | {
      readonly status: 'finished';
      readonly results: readonly FinishedTask[];
      /** What each of the serial tasks took; none where they failed. */
      readonly serial: readonly Milliseconds[];
      readonly cluster: EventNamed<'cluster'> | undefined;
      readonly durations: JobDurations;
    }
  | { readonly status: 'cancelled' }
  | {
      readonly status: 'failed';
      readonly failure: Failure;
      /** The last lines of the driver's log. */
      readonly log: readonly string[];
    };

/** How a job ended: the driver said so, or Ray did. */
export type JobEnd = { readonly said: Ending } | { readonly info: JobInfo };

export type EndedJob = {
  readonly jobs: Pick<RayJobs, 'info' | 'logs' | 'stop'>;
  readonly place: JobPlace;
  readonly ear: Ear;
  readonly tasks: number;
  readonly signal: AbortSignal;
};

const logPatience: Milliseconds = 5000;

/** What a job that ended comes to. */
export async function settled(job: EndedJob, end: JobEnd, times: PostTimes): Promise<JobOutcome> {
  const { ear, signal } = job;
  const failure =
    'said' in end ? await wordFailure(job, end.said) : await rayFailure(job, end.info);
  if (!failure) {
    return finished(ear, times);
  }

  return signal.aborted ? { status: 'cancelled' } : { status: 'failed', failure, log: ear.lines() };
}

function finished({ heard }: Ear, times: PostTimes): JobOutcome {
  return {
    status: 'finished',
    results: finishedTasks(heard),
    serial: allOf(heard, 'serial').flatMap(({ taskMs }) => taskMs),
    cluster: heardOf(heard, 'cluster')?.event,
    durations: durationsOf(heard, times),
  };
}

/** The next job is not to meet this one: Ray calls it over a second after its driver's last word. */
async function wordFailure(job: EndedJob, said: Ending): Promise<Failure | undefined> {
  await confirmEnd(job.jobs, job.place.id, job.signal);
  return failureSaid(job, said);
}

/** The driver's last word may not have come through: the log is read once more, whole. */
async function rayFailure(job: EndedJob, info: JobInfo): Promise<Failure | undefined> {
  const { jobs, place, ear } = job;
  const log = await within(logPatience, async (limit) => answerOf(jobs.logs(place.id), limit));
  if (log !== undefined) {
    ear.restart();
    ear.take(`${log}\n`);
  }

  const said = ear.ending();
  return said
    ? failureSaid(job, said)
    : endFailure(place, info, { lines: ear.lines(), readable: log !== undefined });
}

const failureSaid = ({ place, ear, tasks }: EndedJob, said: Ending): Failure | undefined =>
  said.ev === 'nopython' ? noRay(place) : driverFailure(place, said, ear.heard, tasks);
