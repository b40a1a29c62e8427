import { failureOf, type Failure } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { now as clock } from '../../system/now.ts';
import type { RayAddress } from '../api/address.ts';
import type { DriverEvent } from '../driver/driver-event.ts';
import { askStop, stopJob } from './end-job.ts';
import { followLog } from './follow.ts';
import { headEnded } from './job-failures.ts';
import { openNotes } from './job-notes.ts';
import { settled, type JobEnd, type JobOutcome } from './job-outcome.ts';
import type { RayPhase } from '../../../core/plan/ray.ts';
import { openPhases, phaseAfter } from './job-phase.ts';
import type { RayJobs } from '../api/jobs.ts';
import type { JobRequest } from '../api/submission.ts';
import type { JobInfo } from '../api/job-info.ts';
import { openEar } from './listen.ts';
import { orCalled } from '../../system/pause.ts';
import { watchJob } from './watch-job.ts';

export type RunJobRequest = {
  readonly jobs: RayJobs;
  readonly job: JobRequest;
  readonly address: RayAddress;
  /** Ray's version. */
  readonly ray: string;
  readonly nonce: string;
  readonly tasks: number;
  /** When the driver ends itself, after its start. */
  readonly deadline: Milliseconds;
  /** How long Ray may call the job PENDING; two minutes where left out. */
  readonly pendingLimit?: Milliseconds;
  /** Stops the job. */
  readonly signal: AbortSignal;
  /** Comes when a head of our own has ended, and the job with it. */
  readonly ended?: AbortSignal | undefined;
  readonly onPhase: (phase: RayPhase) => void;
  readonly onEvent: (event: DriverEvent) => void;
  /** A remark beside the phase, or that it no longer holds. */
  readonly onNote?: (note: string | undefined) => void;
  readonly now?: () => Milliseconds;
};

const usualPendingLimit: Milliseconds = 120_000;
/** How much longer than its deadline a driver may run. */
const overtime: Milliseconds = 15_000;

/** Submits one job and follows it to its end; never rejects, what goes wrong is data. */
export async function runJob(request: RunJobRequest): Promise<JobOutcome> {
  const { jobs, job, signal, ended } = request;
  if (signal.aborted) {
    return { status: 'cancelled' };
  }

  const run = openRun(request);
  const closing = new AbortController();
  const over = AbortSignal.any([signal, ...(ended ? [ended] : [])]);
  run.reach('submitting');
  const posted = run.now();
  const submitting = jobs.submit(job);
  try {
    await orCalled(submitting, over);
    const times = { posted, answered: run.now() };
    const end = await endOf(run, AbortSignal.any([over, closing.signal]));
    closing.abort();
    if (end) {
      return await settled(run, end, times);
    }

    return signal.aborted
      ? await cancelled(run, submitting)
      : { status: 'failed', failure: headEnded(run.place), log: run.ear.lines() };
  } catch (error) {
    return signal.aborted ? await cancelled(run, submitting) : await lost(run, failureOf(error));
  } finally {
    closing.abort();
  }
}

type Run = ReturnType<typeof openRun>;

/** A job with everything that is told of it. */
function openRun(request: RunJobRequest) {
  const { job, address, nonce, now = clock, onPhase, onNote = () => {}, onEvent } = request;
  const reach = openPhases(onPhase);
  const notes = openNotes(onNote, now);
  const hear = (event: DriverEvent) => {
    reach(phaseAfter(event));
    notes.heard();
    onEvent(event);
  };
  const ear = openEar({ nonce, now, onEvent: hear });
  return { ...request, now, reach, notes, ear, place: { id: job.id, address } };
}

/** Follows a submitted job to its end; undefined where the signal comes first. */
async function endOf(run: Run, signal: AbortSignal): Promise<JobEnd | undefined> {
  if (signal.aborted) {
    return undefined;
  }

  const { jobs, job, ray, ear, notes, reach } = run;
  reach('pending');
  let followed = false;
  const onInfo = (info: JobInfo) => {
    notes.informed(info);
    if (info.status === 'RUNNING' && !followed) {
      followed = true;
      reach('starting');
      const { take: onText, restart: onRestart } = ear;
      const log = { id: job.id, node: info.driverNodeId, ray, onText, onRestart };
      void followLog({ ...log, jobs, signal, onCut: notes.cut });
    }
  };
  const limits = {
    pending: run.pendingLimit ?? usualPendingLimit,
    running: run.deadline + overtime,
  };
  const watch = { ...run, signal, limits, lastHeard: ear.lastHeard, onInfo };
  return Promise.race([
    ear.ended.then((said) => ({ said })),
    watchJob(watch).then((info) => info && { info }),
  ]);
}

/** Stops the job; one that Ray does not call over by then, or has only just got, is asked once more. */
async function cancelled(
  { jobs, job, reach }: Run,
  submitting: Promise<void>,
): Promise<JobOutcome> {
  reach('stopping');
  if (!(await stopJob(jobs, job.id, submitting))) {
    void submitting.then(async () => jobs.stop(job.id)).catch(() => {});
  }

  return { status: 'cancelled' };
}

/** A job that nobody follows any more is not left running where that can be helped. */
async function lost({ jobs, job, ear }: Run, failure: Failure): Promise<JobOutcome> {
  await askStop(jobs, job.id);
  return { status: 'failed', failure, log: ear.lines() };
}
