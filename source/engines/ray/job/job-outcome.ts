import type { Failure } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { EventNamed } from '../driver/driver-event.ts';
import { contradictionIn } from './contradiction.ts';
import { untilAnswered } from '../contact/answered.ts';
import type { Contact } from '../contact/contact.ts';
import { withoutOutage, type News, type SubmitTimes } from '../contact/late-news.ts';
import { driverFailure, impossible } from './driver-failures.ts';
import { confirmEnd, stopJob } from '../contact/end-job.ts';
import { endFailure, noRay, type JobPlace } from './job-failures.ts';
import { durationsOf, type JobDurations } from './durations.ts';
import { eventsNamed, findEvent, finishedTasks, type FinishedTask } from './job-record.ts';
import { queueingOf } from './queueing.ts';
import type { RayQueueing } from '../../../core/plan/ray.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobInfo } from '../api/job-info.ts';
import type { DriverLog, Ending } from './driver-log.ts';
import { answerUnlessAborted } from '../abortable.ts';

export type JobOutcome =
  | {
      readonly status: 'finished';
      readonly results: readonly FinishedTask[];
      /** The duration of each serial task; empty if they failed. */
      readonly serial: readonly Milliseconds[];
      /** From the end of each serial task to the start of the next. */
      readonly serialBetween?: readonly Milliseconds[];
      /** Their page faults, where the system counts them. */
      readonly serialFaults?: readonly number[];
      readonly cluster: EventNamed<'cluster'> | undefined;
      readonly durations: JobDurations;
      /** How long the head did not answer, all outages together. */
      readonly outOfTouch: Milliseconds;
      readonly queueing: RayQueueing;
    }
  | { readonly status: 'cancelled'; readonly mayRun?: MayRun }
  | {
      readonly status: 'failed';
      readonly failure: Failure;
      /** The last lines of the driver's log. */
      readonly log: readonly string[];
      /** The tasks that finished all the same. */
      readonly results?: readonly FinishedTask[];
      readonly mayRun?: MayRun;
    };

/** Ray has not confirmed the end of the job. */
type MayRun = true;

/** The end of a job, as reported by its driver or by Ray. */
export type JobEnd = { readonly ending: Ending } | { readonly info: JobInfo };

export type EndedJob = {
  readonly jobs: Pick<RayJobs, 'info' | 'logs' | 'stop'>;
  readonly place: JobPlace;
  readonly log: DriverLog;
  readonly tasks: number;
  readonly contact: Contact;
  /** What Ray said last of the job. */
  readonly head: { takenAt?: JobInfo['takenAt'] };
  readonly signal: AbortSignal;
  /** Aborts with `signal`, or when the head has ended. */
  readonly over: AbortSignal;
};

/** The outcome of a job that has ended. */
export async function jobOutcome(
  job: EndedJob,
  end: JobEnd,
  times: SubmitTimes,
): Promise<JobOutcome> {
  const { log, signal } = job;
  const news = () => newsOf(job, times);
  const failure =
    ('ending' in end
      ? await driverEndFailure(job, end.ending)
      : await rayEndFailure(job, end.info)) ?? impossiblePass(job, news());
  if (!failure) {
    return finishedOutcome(job, news());
  }

  return signal.aborted ? { status: 'cancelled' } : failedOutcome(log, failure);
}

/** With what the driver has reported until then. */
export const failedOutcome = (
  { events, lines }: Pick<DriverLog, 'events' | 'lines'>,
  failure: Failure,
): JobOutcome & { readonly status: 'failed' } => ({
  status: 'failed',
  failure,
  log: lines(),
  results: finishedTasks(events),
});

function newsOf({ log: { events }, contact, head }: EndedJob, times: SubmitTimes): News {
  const wasOut = contact.outOfTouch() > 0;
  return wasOut || times.repeated
    ? withoutOutage({ events, times }, wasOut ? head.takenAt : undefined)
    : { events, times };
}

function finishedOutcome({ contact }: EndedJob, { events, times }: News): JobOutcome {
  const serial = eventsNamed(events, 'serial');
  return {
    status: 'finished',
    results: finishedTasks(events),
    serial: serial.flatMap(({ taskMs }) => taskMs),
    serialBetween: serial.flatMap(({ betweenMs = [] }) => betweenMs),
    serialFaults: serial.flatMap(({ faults = [] }) => faults).filter((count) => count !== null),
    cluster: findEvent(events, 'cluster')?.event,
    durations: durationsOf(events, times),
    outOfTouch: contact.outOfTouch(),
    queueing: queueingOf(events),
  };
}

/** Waits for Ray to report the end, about a second after the driver's, so that this job does not overlap the next. */
async function driverEndFailure(job: EndedJob, ending: Ending): Promise<Failure | undefined> {
  const { jobs, place, signal } = job;
  // The driver of an event that cannot be still runs.
  await (isImpossible(ending) ? stopJob(jobs, place.id) : confirmEnd(jobs, place.id, signal));
  return failureOfEnding(job, ending);
}

const isImpossible = (ending: Ending): boolean =>
  ending.ev === 'end' && ending.status === 'impossible';

/** The failure of a job all of whose tasks ended, at times that contradict each other or our clock. */
function impossiblePass({ place, tasks }: EndedJob, { events, times }: News): Failure | undefined {
  const what = contradictionIn(events, { tasks, times });
  return what === undefined ? undefined : impossible(place, what);
}

/** Reads the whole log once more: the driver's last line may not have arrived. */
async function rayEndFailure(job: EndedJob, info: JobInfo): Promise<Failure | undefined> {
  const { jobs, place, log, contact, over } = job;
  const read = untilAnswered(async () => jobs.logs(place.id), contact, over);
  const text = await answerUnlessAborted(read, over);
  if (text !== undefined) {
    log.restart();
    log.read(`${text}\n`);
    await log.settled();
  }

  const ending = log.ending();
  return ending
    ? failureOfEnding(job, ending)
    : endFailure(place, info, { lines: log.lines(), readable: text !== undefined });
}

const failureOfEnding = ({ place, log, tasks }: EndedJob, ending: Ending): Failure | undefined =>
  ending.ev === 'nopython'
    ? noRay(place)
    : driverFailure({ place, tasks, events: log.events }, ending);
