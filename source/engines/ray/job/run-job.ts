import { failureOf, type Failure } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { now as clock } from '../../system/now.ts';
import type { RayAddress } from '../../../core/plan/ray-address.ts';
import type { DriverEvent } from '../driver/driver-event.ts';
import { heardBy, untilAnswered } from '../contact/answered.ts';
import { openContact, usualPatience, type Outage } from '../contact/contact.ts';
import { stopJob } from '../contact/end-job.ts';
import { followLog } from '../contact/follow.ts';
import { headEnded, headLost } from './job-failures.ts';
import { openNotes } from './job-notes.ts';
import {
  failedOutcome,
  jobOutcome,
  type EndedJob,
  type JobEnd,
  type JobOutcome,
} from './job-outcome.ts';
import type { SubmitTimes } from '../contact/late-news.ts';
import type { RayPhase } from '../../../core/plan/ray.ts';
import { openPhases, phaseReporter } from './job-phase.ts';
import { openJobProgress, whileProgressing } from '../job-progress.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobRequest } from '../api/submission.ts';
import type { JobInfo } from '../api/job-info.ts';
import { openDriverLog } from './driver-log.ts';
import { unlessAborted } from '../abortable.ts';
import { watchJob } from './watch-job.ts';

export type RunJobRequest = {
  readonly jobs: RayJobs;
  readonly job: JobRequest;
  readonly address: RayAddress;
  /** Ray's version. */
  readonly ray: string;
  readonly nonce: string;
  readonly tasks: number;
  /** The driver ends itself when it has made no progress for this long. */
  readonly deadline: Milliseconds;
  /** How long the job may be PENDING; two minutes if left out. */
  readonly pendingLimit?: Milliseconds;
  /** How long a head that does not answer is asked again; two minutes if left out. */
  readonly patience?: Milliseconds;
  /** Stops the job. */
  readonly signal: AbortSignal;
  /** Aborts when a head that fibtui started has ended, and the job with it. */
  readonly ended?: AbortSignal | undefined;
  readonly onPhase: (phase: RayPhase) => void;
  readonly onEvent: (event: DriverEvent) => void;
  /** Receives a note on the phase, or undefined when it no longer applies. */
  readonly onNote?: (note: string | undefined) => void;
  /** Receives an outage when it is noticed, and undefined when the head answers again. */
  readonly onOutage?: (outage: Outage | undefined) => void;
  readonly now?: () => Milliseconds;
};

const usualPendingLimit: Milliseconds = 120_000;
/** How long a driver may run past its deadline. */
const overtime: Milliseconds = 15_000;

/**
 * Submits a job and follows it to its end, through outages of its cluster. Never rejects: a failure is part of the
 * outcome.
 */
export async function runJob(request: RunJobRequest): Promise<JobOutcome> {
  const { signal } = request;
  if (signal.aborted) {
    return { status: 'cancelled' };
  }

  const run = openRun(request);
  const { over } = run;
  const closing = new AbortController();
  run.enter('submitting');
  const submitting = submitJob(run);
  try {
    const times = await unlessAborted(submitting, over);
    const end = times && (await followToEnd(run, AbortSignal.any([over, closing.signal])));
    closing.abort();
    if (times && end) {
      return await jobOutcome(run, end, times);
    }

    return signal.aborted
      ? await cancelJob(run, submitting)
      : failedOutcome(run.log, headEnded(run.place));
  } catch (error) {
    return signal.aborted
      ? await cancelJob(run, submitting)
      : await abandonJob(run, failureOf(error));
  } finally {
    closing.abort();
  }
}

type Run = ReturnType<typeof openRun>;

/** A job with its log, and with what reports its progress. */
function openRun(request: RunJobRequest) {
  const { job, address, nonce, now = clock, onPhase, onNote = () => {}, onEvent } = request;
  const { signal, ended, patience = usualPatience, onOutage = () => {} } = request;
  const place = { id: job.id, address };
  const contact = openContact({
    now,
    patience,
    lost: (cause) => headLost(place, cause),
    onOutage,
  });
  const jobs = heardBy(contact, request.jobs);
  const over = AbortSignal.any([signal, ...(ended ? [ended] : [])]);
  const enter = phaseReporter(onPhase);
  const phaseOf = openPhases();
  const notes = openNotes(onNote, now);
  const progress = openJobProgress(now);
  const handle = (event: DriverEvent) => {
    contact.heard();
    progress.see(event);
    enter(phaseOf(event));
    notes.clear();
    onEvent(event);
  };
  const log = openDriverLog({ nonce, now, onEvent: handle });
  const head: EndedJob['head'] = {};
  return { ...request, jobs, contact, over, now, progress, enter, notes, log, place, head };
}

/**
 * Submits the job, and again while the head does not answer: its id makes sure that it exists once. Undefined if there is
 * no more need for it.
 */
async function submitJob(run: Run): Promise<SubmitTimes | undefined> {
  const { jobs, job, now, contact, over } = run;
  let posts = 0;
  const post = async () => {
    posts++;
    const posted = now();
    await jobs.submit(job);
    return { posted, answered: now(), repeated: posts > 1 };
  };
  return untilAnswered(post, contact, over);
}

/** Follows a submitted job to its end; undefined if the signal aborts first. */
async function followToEnd(run: Run, signal: AbortSignal): Promise<JobEnd | undefined> {
  if (signal.aborted) {
    return undefined;
  }

  const { jobs, job, ray, log, notes, enter, contact, head } = run;
  enter('pending');
  void contact.listen(signal);
  const limits = {
    pending: run.pendingLimit ?? usualPendingLimit,
    running: run.deadline + overtime,
  };
  let followed = false;
  const onInfo = (info: JobInfo) => {
    head.takenAt = info.takenAt;
    notes.update(info);
    if (info.status === 'RUNNING' && !followed) {
      followed = true;
      enter('starting');
      const { read: onText, restart: onRestart } = log;
      const source = { id: job.id, node: info.driverNodeId, ray, onText, onRestart };
      // A driver that talks on keeps a cluster that no longer answers from being lost.
      const heard = whileProgressing(run, limits.running, signal);
      void followLog({ ...source, jobs, signal: heard, onCut: notes.cut });
    }
  };
  const watch = { ...run, signal, limits, onInfo, progressedAt: run.progress.last };
  return Promise.race([
    log.ended.then((ending) => ({ ending })),
    watchJob(watch).then((info) => info && { info }),
  ]);
}

/** Stops the job. If Ray does not confirm it in time, the job is stopped again once it has been submitted. */
async function cancelJob(
  { jobs, job, enter }: Run,
  submitting: Promise<unknown>,
): Promise<JobOutcome> {
  enter('stopping');
  if (await stopJob(jobs, job.id, submitting)) {
    return { status: 'cancelled' };
  }

  void submitting.then(async () => jobs.stop(job.id)).catch(() => {});
  return { status: 'cancelled', mayRun: true };
}

/** Gives up on the job, and tries not to leave it running. */
async function abandonJob({ jobs, job, log }: Run, failure: Failure): Promise<JobOutcome> {
  const isOver = await stopJob(jobs, job.id);
  const outcome = failedOutcome(log, failure);
  return isOver ? outcome : { ...outcome, mayRun: true };
}
