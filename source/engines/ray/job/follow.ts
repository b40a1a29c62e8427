import type { Milliseconds } from '../../../core/units.ts';
import type { RayJobs } from '../api/jobs.ts';
import { answerOf, pause } from '../../system/pause.ts';
import { streams } from '../api/version.ts';

export type FollowRequest = {
  readonly jobs: Pick<RayJobs, 'logs' | 'streamLogs'>;
  readonly id: string;
  /** The node of the driver; without it Ray cannot stream. */
  readonly node: string | undefined;
  /** Ray's version. */
  readonly ray: string;
  /** Ends the following. */
  readonly signal: AbortSignal;
  readonly onText: (text: string) => void;
  /** The next text is the log from its start again. */
  readonly onRestart: () => void;
  /** A stream that had brought something broke off; it is read on from elsewhere. */
  readonly onCut?: () => void;
};

/** A driver that runs says something every second. */
const patience: Milliseconds = 2500;
const shortestPeriod: Milliseconds = 250;
const longestPeriod: Milliseconds = 1000;
/** So often may a stream bring less than the log holds, until it is given up. */
const chances = 2;

/** Follows a job's log by Ray's stream, or by asking for it where that does not work; never rejects. */
export async function followLog(request: FollowRequest): Promise<void> {
  const { jobs, id, node, ray, signal, onText, onRestart, onCut } = request;
  let left = node !== undefined && streams(ray) ? chances : 0;
  while (!signal.aborted && left > 0) {
    const { brought, silent } = await attach(request);
    if (signal.aborted) {
      return;
    }

    if (brought > 0 && !silent) {
      onCut?.();
    }

    const log = await answerOf(jobs.logs(id), signal);
    if (log !== undefined && log.length > brought) {
      left--;
      onRestart();
      onText(log);
    } else {
      await pause(shortestPeriod, signal);
    }
  }

  await poll(request);
}

/** Reads one stream until it ends, breaks or falls silent; how many characters it brought. */
async function attach({ jobs, id, node = '', signal, onText, onRestart }: FollowRequest) {
  const silence = new AbortController();
  const over = AbortSignal.any([signal, silence.signal]);
  let brought = 0;
  let timer: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), patience);
  };
  const take = (text: string) => {
    if (!over.aborted) {
      listen();
      brought += text.length;
      onText(text);
    }
  };

  onRestart();
  listen();
  await answerOf(jobs.streamLogs({ id, node, onText: take, signal: over }), over);
  clearTimeout(timer);
  return { brought, silent: silence.signal.aborted };
}

/** Asks for the whole log again and again, less often the longer it is, and hands on whole lines. */
async function poll({ jobs, id, signal, onText, onRestart }: FollowRequest): Promise<void> {
  let taken = 0;
  while (!signal.aborted) {
    const log = await answerOf(jobs.logs(id), signal);
    if (signal.aborted) {
      return;
    }

    if (log !== undefined) {
      const whole = log.lastIndexOf('\n') + 1;
      if (taken === 0 || whole < taken) {
        taken = 0;
        onRestart();
      }

      onText(log.slice(taken, whole));
      taken = whole;
    }

    await pause(pollPeriod(log?.length ?? 0), signal);
  }
}

/** A second at a megabyte. */
const pollPeriod = (length: number): Milliseconds =>
  Math.min(longestPeriod, Math.max(shortestPeriod, length / 1000));
