import { failureOf, type Failure } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { now as clock } from '../../system/now.ts';
import type { RayAddress } from '../../../core/plan/ray-address.ts';
import type { DriverEvent } from '../driver/driver-event.ts';
import { requestStop, stopJob } from './end-job.ts';
import { followLog } from './follow.ts';
import { headEnded } from './job-failures.ts';
import { openNotes } from './job-notes.ts';
import { jobOutcome, type JobEnd, type JobOutcome } from './job-outcome.ts';
import type { RayPhase } from '../../../core/plan/ray.ts';
import { openPhases, phaseReporter } from './job-phase.ts';
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
  /** The driver ends itself this long after its start. */
  readonly deadline: Milliseconds;
  /** How long the job may be PENDING; two minutes if left out. */
  readonly pendingLimit?: Milliseconds;
  /** Stops the job. */
  readonly signal: AbortSignal;
  /** Aborts when a head that fibtui started has ended, and the job with it. */
  readonly ended?: AbortSignal | undefined;
  readonly onPhase: (phase: RayPhase) => void;
  readonly onEvent: (event: DriverEvent) => void;
  /** Receives a note on the phase, or undefined when it no longer applies. */
  readonly onNote?: (note: string | undefined) => void;
  readonly now?: () => Milliseconds;
};

const usualPendingLimit: Milliseconds = 120_000;
/** How long a driver may run past its deadline. */
const overtime: Milliseconds = 15_000;

/** Submits a job and follows it to its end. Never rejects: a failure is part of the outcome. */
export async function runJob(request: RunJobRequest): Promise<JobOutcome> {
  const { jobs, job, signal, ended } = request;
  if (signal.aborted) {
    return { status: 'cancelled' };
  }

  const run = openRun(request);
  const closing = new AbortController();
  const over = AbortSignal.any([signal, ...(ended ? [ended] : [])]);
  run.enter('submitting');
  const posted = run.now();
  const submitting = jobs.submit(job);
  try {
    await unlessAborted(submitting, over);
    const times = { posted, answered: run.now() };
    const end = await followToEnd(run, AbortSignal.any([over, closing.signal]));
    closing.abort();
    if (end) {
      return await jobOutcome(run, end, times);
    }

    return signal.aborted
      ? await cancelJob(run, submitting)
      : { status: 'failed', failure: headEnded(run.place), log: run.log.lines() };
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
  const enter = phaseReporter(onPhase);
  const phaseOf = openPhases();
  const notes = openNotes(onNote, now);
  const handle = (event: DriverEvent) => {
    enter(phaseOf(event));
    notes.clear();
    onEvent(event);
  };
  const log = openDriverLog({ nonce, now, onEvent: handle });
  return { ...request, now, enter, notes, log, place: { id: job.id, address } };
}

/** Follows a submitted job to its end; undefined if the signal aborts first. */
async function followToEnd(run: Run, signal: AbortSignal): Promise<JobEnd | undefined> {
  if (signal.aborted) {
    return undefined;
  }

  const { jobs, job, ray, log, notes, enter } = run;
  enter('pending');
  let followed = false;
  const onInfo = (info: JobInfo) => {
    notes.update(info);
    if (info.status === 'RUNNING' && !followed) {
      followed = true;
      enter('starting');
      const { read: onText, restart: onRestart } = log;
      const source = { id: job.id, node: info.driverNodeId, ray, onText, onRestart };
      void followLog({ ...source, jobs, signal, onCut: notes.cut });
    }
  };
  const limits = {
    pending: run.pendingLimit ?? usualPendingLimit,
    running: run.deadline + overtime,
  };
  const watch = { ...run, signal, limits, lastEventAt: log.lastEventAt, onInfo };
  return Promise.race([
    log.ended.then((ending) => ({ ending })),
    watchJob(watch).then((info) => info && { info }),
  ]);
}

/** Stops the job. If Ray does not confirm it in time, the job is stopped again once it has been submitted. */
async function cancelJob(
  { jobs, job, enter }: Run,
  submitting: Promise<void>,
): Promise<JobOutcome> {
  enter('stopping');
  if (!(await stopJob(jobs, job.id, submitting))) {
    void submitting.then(async () => jobs.stop(job.id)).catch(() => {});
  }

  return { status: 'cancelled' };
}

/** Gives up on the job, and tries not to leave it running. */
async function abandonJob({ jobs, job, log }: Run, failure: Failure): Promise<JobOutcome> {
  await requestStop(jobs, job.id);
  return { status: 'failed', failure, log: log.lines() };
}
