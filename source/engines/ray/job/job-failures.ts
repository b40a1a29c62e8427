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
  message: `${title(job)} was stopped by somebody else, from the dashboard or the command line.`,
  hint: 'Ask who else uses the cluster, then run again.',
});

export const noResult = (job: JobPlace): Failure => ({
  code: 'ray-no-result',
  message: `${title(job)} ended, but its driver returned no result.`,
  hint: 'See the end of the driver’s log, under details (d).',
});

const logLost = (job: JobPlace): Failure => ({
  code: 'ray-log-lost',
  message: `${title(job)} ended, but the connection to its log broke and the log could not be read again.`,
  hint: `Read it with \`ray job logs ${job.id}\`; if a proxy is in between, bypass it with kubectl port-forward.`,
});

export const noRay = (job: JobPlace): Failure => ({
  code: 'ray-no-python',
  message: `No Python that ${title(job, 'job')} found on the head has ray.`,
  hint: 'Pass the right one with --ray-python PATH.',
});

/** For a job that stays PENDING; includes Ray's own reason. */
export const pendingTooLong = (
  job: JobPlace,
  limit: Milliseconds,
  message: string | undefined,
): Failure => ({
  code: 'ray-pending',
  message: `${title(job)} did not start within ${duration(limit)}${reasonOf(message)}.`,
  hint: 'Ray cannot stop a pending job; it expires after 15 min. Check whether the head is overloaded or short of memory.',
});

/** The code of every failure of a head that was asked in vain for as long as it is asked. */
export const lostCode = 'ray-head-lost';

/** Ray no longer answers; `cause` is the failure of the last request. */
export const headLost = (job: JobPlace, cause: Failure): Failure => ({
  code: lostCode,
  message: `Lost the cluster while ${job.id} ran${causeOf(cause.message)}.`,
  hint: 'Check that the head is running; the job may still be running there.',
});

/** A job of an earlier pass cannot be ended, and another one beside it would slow both. */
export const jobLeft = (job: JobPlace): Failure => ({
  code: 'ray-job-left',
  message: `${title(job)}, of a round before, may still run: no other one is started beside it.`,
  hint: `Stop it with \`${stopCommand(job)}\`, or wait until it has reached its deadline; then run again.`,
});

/** Said when the program ends: a job was cancelled, and the cluster has not confirmed its end. */
export const stopUnconfirmed = (job: JobPlace): string =>
  `${title(job)} was told to stop, but did not answer in time: it may still run, until its deadline. Stop it with \`${stopCommand(job)}\`.`;

/** Said after `stopUnconfirmed`. */
export const stoppedSince = ({ id }: JobPlace): string => `The job ${id} has been stopped since.`;

const stopCommand = ({ id, address }: JobPlace): string =>
  `ray job stop --address ${address.base} ${id}`;

/** A head that fibtui started has ended, and the job with it. */
export const headEnded = (job?: JobPlace): Failure => ({
  code: 'ray-head-ended',
  message: `The Ray head that fibtui started ended ${job ? `while ${job.id} ran` : 'before a job could be submitted'}.`,
  hint: 'Run again; if it happens again, check that the machine has memory left.',
});

/** For a driver that says nothing any more, and did not end itself either. */
export const unending = (job: JobPlace, limit: Milliseconds): Failure => ({
  code: 'ray-unending',
  message: `${title(job)} still runs, but its driver gave no sign of life for ${duration(limit)}.`,
  hint: `Its node hangs or is disconnected; stop it with \`ray job stop ${job.id}\`.`,
});

function failedJob(job: JobPlace, info: JobInfo, log: readonly string[]): Failure {
  const withoutRay = log.some((line) => /ModuleNotFoundError: No module named 'ray'/.test(line));
  if (info.exitCode === noRayExit || withoutRay) {
    return noRay(job);
  }

  const sentence = sentences.get(info.errorType ?? '');
  if (sentence) {
    const [code, what, hint] = sentence;
    return { code, message: `${what} of ${job.id}${reasonOf(info.message)}.`, hint };
  }

  return info.exitCode === undefined
    ? {
        code: 'ray-job-failed',
        message: `${title(job)} failed${reasonOf(info.message)}.`,
        hint: 'See the driver’s log, under details (d), and the logs of the head.',
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
        : 'See the end of the driver’s log, under details (d).',
  };
}

const complaint = /\w(Error|Exception)\b|\berror\b|\bnot found\b|\bdenied\b/;

/** By Ray's error type: code, what failed, what to do. A driver that fails by itself is described by its exit code. */
const sentences: ReadonlyMap<string, readonly [string, string, string]> = new Map([
  [
    'RUNTIME_ENV_SETUP_FAILURE',
    [
      'ray-environment',
      'Ray could not prepare the files',
      'Run again; if it happens again, see runtime_env_agent.log on the head.',
    ],
  ],
  [
    'JOB_SUPERVISOR_ACTOR_START_TIMEOUT',
    [
      'ray-start-timeout',
      'Ray had no time or room to start it',
      'Check whether the head is overloaded or short of memory.',
    ],
  ],
  [
    'JOB_SUPERVISOR_ACTOR_START_FAILURE',
    [
      'ray-start-failure',
      'Ray could not start the supervisor',
      'Check whether the head is overloaded or short of memory, and see its logs.',
    ],
  ],
  [
    'JOB_SUPERVISOR_ACTOR_UNSCHEDULABLE',
    [
      'ray-unschedulable',
      'Ray has no node for the supervisor',
      'Check that the head is running: `ray status`.',
    ],
  ],
  [
    'JOB_SUPERVISOR_ACTOR_UNKNOWN_FAILURE',
    ['ray-supervisor-failed', 'The supervisor failed', 'See the logs of the head, then run again.'],
  ],
  [
    'JOB_SUPERVISOR_ACTOR_DIED',
    [
      'ray-supervisor-died',
      'The supervisor was killed: its node failed or ran out of memory',
      'Check that the head is running and has memory left, then run again.',
    ],
  ],
  [
    'JOB_ENTRYPOINT_COMMAND_START_ERROR',
    [
      'ray-shell',
      'The head could not start the shell',
      'The head needs Linux or macOS with /bin/sh; see its logs.',
    ],
  ],
] as const);

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
