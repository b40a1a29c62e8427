import type { Failure } from '../../../core/failure.ts';
import { duration } from '../../../core/text/format.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { RayAddress } from '../../../core/plan/ray-address.ts';
import { causeOf } from '../api/cause-line.ts';
import { exitMeaning, noRayExit, signalOf } from './exit-meaning.ts';
import type { JobInfo } from '../api/job-info.ts';

/** A job and the cluster that runs it. */
export type JobPlace = { readonly id: string; readonly address: RayAddress };

/** The last lines of a job's log, and whether the whole log could be read at the end. */
export type LogEnd = { readonly lines: readonly string[]; readonly readable: boolean };

/** The failure of a job that ended without an `end` event from its driver. */
export function endFailure(job: JobPlace, info: JobInfo, log: LogEnd): Failure {
  if (info.status === 'STOPPED') {
    return stoppedElsewhere(job);
  }

  if (info.status === 'FAILED') {
    return failedJob(job, info, log.lines);
  }

  return log.readable ? noResult(job) : logLost(job);
}

export const stoppedElsewhere = (job: JobPlace): Failure => ({
  code: 'ray-stopped-elsewhere',
  message: `${title(job)} was stopped by someone else, from the dashboard or the command line.`,
  hint: 'Ask who else uses the cluster, and run it again.',
});

export const noResult = (job: JobPlace): Failure => ({
  code: 'ray-no-result',
  message: `${title(job)} ended, but its driver gave no result.`,
  hint: 'Look into the driver’s log, the last lines of which are kept here.',
});

const logLost = (job: JobPlace): Failure => ({
  code: 'ray-log-lost',
  message: `${title(job)} ended, but the stream of its log was cut and the log could not be read again.`,
  hint: `Read it with \`ray job logs ${job.id}\`; where a proxy is in between, go around it by kubectl port-forward.`,
});

export const noRay = (job: JobPlace): Failure => ({
  code: 'ray-no-python',
  message: `No Python that ${title(job, 'job')} found on the head has ray.`,
  hint: 'Name the right one with --ray-python PATH.',
});

/** For a job that stays PENDING; includes Ray's own reason. */
export const pendingTooLong = (
  job: JobPlace,
  limit: Milliseconds,
  message: string | undefined,
): Failure => ({
  code: 'ray-pending',
  message: `${title(job)} never started in ${duration(limit)}${reasonOf(message)}.`,
  hint: 'Ray cannot stop a pending job, which expires after 15 min; look whether the head is overloaded or short of memory.',
});

/** Ray no longer answers; `cause` is the failure of the last request. */
export const headLost = (job: JobPlace, cause: Failure): Failure => ({
  code: 'ray-head-lost',
  message: `Lost the cluster while ${job.id} ran${causeOf(cause.message)}.`,
  hint: 'Look whether the head runs; the job may still run there.',
});

/** A head that fibtui started has ended, and the job with it. */
export const headEnded = ({ id }: JobPlace): Failure => ({
  code: 'ray-head-ended',
  message: `The Ray head that fibtui started ended while ${id} ran.`,
  hint: 'Run it again; if it happens again, check that the machine has memory left.',
});

/** For a driver that did not end itself at its deadline. */
export const unending = (job: JobPlace, limit: Milliseconds): Failure => ({
  code: 'ray-unending',
  message: `${title(job)} did not end ${duration(limit)} after its start, beyond its deadline.`,
  hint: `Its node hangs or is cut off; stop it with \`ray job stop ${job.id}\`.`,
});

function failedJob(job: JobPlace, info: JobInfo, log: readonly string[]): Failure {
  const withoutRay = log.some((line) => /ModuleNotFoundError: No module named 'ray'/.test(line));
  if (info.exitCode === noRayExit || withoutRay) {
    return noRay(job);
  }

  const sentence = sentences[info.errorType ?? ''];
  if (sentence) {
    const [code, what, hint] = sentence;
    return { code, message: `${what} of ${job.id}${reasonOf(info.message)}.`, hint };
  }

  return info.exitCode === undefined
    ? {
        code: 'ray-job-failed',
        message: `${title(job)} failed${reasonOf(info.message)}.`,
        hint: 'Look into the driver’s log and those of the head.',
      }
    : driverExit(job, info.exitCode, log);
}

function driverExit(job: JobPlace, exitCode: number, log: readonly string[]): Failure {
  const signal = signalOf(exitCode);
  // The log also contains the whole entrypoint and Ray's own remarks.
  const complaints = signal === undefined ? log.filter((line) => complaint.test(line)) : [];
  return {
    code: signal === undefined ? 'ray-driver-exit' : 'ray-driver-killed',
    message: `The driver of ${job.id} ${exitMeaning(exitCode)}${causeOf(complaints.join('\n'))}.`,
    hint:
      signal === 9
        ? 'Give the head more memory, or take a smaller size or fewer tasks.'
        : 'Look into the driver’s log, the last lines of which are kept here.',
  };
}

const complaint = /\w(Error|Exception)\b|\berror\b|\bnot found\b|\bdenied\b/;

/** By Ray's error type: code, what failed, what to do. A driver that fails by itself is described by its exit code. */
const sentences: Readonly<Record<string, readonly [string, string, string]>> = {
  RUNTIME_ENV_SETUP_FAILURE: [
    'ray-environment',
    'Ray could not prepare the files',
    'Run it again; if it stays, look into runtime_env_agent.log on the head.',
  ],
  JOB_SUPERVISOR_ACTOR_START_TIMEOUT: [
    'ray-start-timeout',
    'Ray found no time or room for the start',
    'Look whether the head is overloaded or short of memory.',
  ],
  JOB_SUPERVISOR_ACTOR_START_FAILURE: [
    'ray-start-failure',
    'Ray could not start the supervisor',
    'Look whether the head is overloaded or short of memory, and into its logs.',
  ],
  JOB_SUPERVISOR_ACTOR_UNSCHEDULABLE: [
    'ray-unschedulable',
    'Ray has no node for the supervisor',
    'Look whether the head is alive: `ray status`.',
  ],
  JOB_SUPERVISOR_ACTOR_UNKNOWN_FAILURE: [
    'ray-supervisor-failed',
    'Something failed in the supervisor',
    'Look into the logs of the head; run it again.',
  ],
  JOB_SUPERVISOR_ACTOR_DIED: [
    'ray-supervisor-died',
    'The node or a lack of memory ended the supervisor',
    'Look whether the head is alive and has memory left; run it again.',
  ],
  JOB_ENTRYPOINT_COMMAND_START_ERROR: [
    'ray-shell',
    'The head could not start the shell',
    'The head must be Linux or macOS with /bin/sh; look into its logs.',
  ],
};

const title = ({ id, address }: JobPlace, job = 'The job'): string =>
  `${job} ${id} at ${address.base}`;

/** The one line of Ray's message that says what happened; the message may contain a whole log. */
const reasonOf = (message: string | undefined): string =>
  causeOf(
    (message ?? '')
      .split('\n')
      .filter((line) => !line.includes('@fibtui:'))
      .join('\n'),
  );
