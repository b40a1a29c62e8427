import type { Milliseconds } from '../../../core/units.ts';
import type { RayJobs } from '../api/jobs.ts';
import { answerUnlessAborted, pause } from '../abortable.ts';
import { canStream } from '../api/version.ts';

export type FollowRequest = {
  readonly jobs: Pick<RayJobs, 'logs' | 'streamLogs'>;
  readonly id: string;
  /** The driver's node; without it Ray cannot stream. */
  readonly node: string | undefined;
  /** Ray's version. */
  readonly ray: string;
  /** Stops following. */
  readonly signal: AbortSignal;
  readonly onText: (text: string) => void;
  /** The next text starts again at the beginning of the log. */
  readonly onRestart: () => void;
  /** A stream broke off after it had delivered text; reading goes on another way. */
  readonly onCut?: () => void;
};

/** A running driver writes at least once a second. */
const silenceLimit: Milliseconds = 2500;
const shortestPeriod: Milliseconds = 250;
const longestPeriod: Milliseconds = 1000;
/** How often a stream may deliver less than the log holds before polling replaces it. */
const maxIncompleteStreams = 2;

/** Follows a job's log through Ray's stream, or by polling if that does not work; never rejects. */
export async function followLog(request: FollowRequest): Promise<void> {
  const { jobs, id, node, ray, signal, onText, onRestart, onCut } = request;
  let streamsLeft = node !== undefined && canStream(ray) ? maxIncompleteStreams : 0;
  let answered = true;
  while (!signal.aborted && streamsLeft > 0) {
    const { received, silent } = await readStream(request);
    if (signal.aborted) {
      return;
    }

    if (received > 0 && !silent) {
      onCut?.();
    }

    const log = await answerUnlessAborted(jobs.logs(id), signal);
    if (log !== undefined && log.length > received) {
      // An outage, or one that broke off, says nothing about streams.
      streamsLeft -= answered && (silent || received === 0) ? 1 : 0;
      onRestart();
      onText(log);
    } else {
      await pause(shortestPeriod, signal);
    }

    answered = log !== undefined;
  }

  await poll(request);
}

/** Reads one stream until it ends, breaks or falls silent; returns the number of characters received. */
async function readStream({ jobs, id, node = '', signal, onText, onRestart }: FollowRequest) {
  const silence = new AbortController();
  const over = AbortSignal.any([signal, silence.signal]);
  let received = 0;
  let timer: NodeJS.Timeout | undefined;
  const restartTimer = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceLimit);
  };
  const take = (text: string) => {
    if (!over.aborted) {
      restartTimer();
      received += text.length;
      onText(text);
    }
  };

  onRestart();
  restartTimer();
  await answerUnlessAborted(jobs.streamLogs({ id, node, onText: take, signal: over }), over);
  clearTimeout(timer);
  return { received, silent: silence.signal.aborted };
}

/** Requests the whole log periodically, less often the longer it is, and passes on complete lines. */
async function poll({ jobs, id, signal, onText, onRestart }: FollowRequest): Promise<void> {
  let passedOn = 0;
  while (!signal.aborted) {
    const log = await answerUnlessAborted(jobs.logs(id), signal);
    if (signal.aborted) {
      return;
    }

    if (log !== undefined) {
      const whole = log.lastIndexOf('\n') + 1;
      if (passedOn === 0 || whole < passedOn) {
        passedOn = 0;
        onRestart();
      }

      onText(log.slice(passedOn, whole));
      passedOn = whole;
    }

    await pause(pollPeriod(log?.length ?? 0), signal);
  }
}

/** One second per megabyte, within bounds. */
const pollPeriod = (length: number): Milliseconds =>
  Math.min(longestPeriod, Math.max(shortestPeriod, length / 1000));
