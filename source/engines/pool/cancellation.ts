import type { Milliseconds } from '../../core/units.ts';
import { cancelPass } from './board.ts';
import { now } from '../system/now.ts';
import type { Crew } from './crew.ts';
import { lookPeriod, openWatchdog } from './watchdog.ts';

/** How long a worker may take to see the cancel flag before its thread is ended. */
const grace: Milliseconds = 500;

/**
 * Runs `work` on a crew, which is cancelled by the signal or by calling `cancel`. Rejects with a `SilenceError` when a
 * worker hangs. Then the threads are ended at once, since a worker that hangs would not see the cancel flag.
 */
export async function withCancellation<Result>(
  crew: Crew,
  signal: AbortSignal,
  work: (cancel: () => void) => Promise<Result>,
): Promise<Result> {
  const cancellation = cancellationOf(crew);
  const alarm = alarmOf(crew);
  signal.addEventListener('abort', cancellation.cancel, { once: true });
  if (signal.aborted) {
    cancellation.cancel();
  }

  try {
    return await Promise.race([work(cancellation.cancel), alarm.silence]);
  } finally {
    signal.removeEventListener('abort', cancellation.cancel);
    cancellation.release();
    alarm.release();
  }
}

type Cancellation = { readonly cancel: () => void; readonly release: () => void };

/** Cancels a crew by the flag in shared memory, and ends its threads if they do not respond. */
function cancellationOf(crew: Crew): Cancellation {
  let timer: NodeJS.Timeout | undefined;
  return {
    cancel() {
      cancelPass(crew.board);
      crew.dropQueue();
      timer ??= setTimeout(() => void crew.close(), grace);
    },
    release: () => clearTimeout(timer),
  };
}

type Alarm = { readonly silence: Promise<never>; readonly release: () => void };

/** Rejects `silence` when a worker hangs. */
function alarmOf(crew: Crew): Alarm {
  const watchdog = openWatchdog(crew);
  watchdog.look(now());
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const error = watchdog.look(now());
      if (error) {
        reject(error);
        void crew.close();
      }
    }, lookPeriod);
  });
  return { silence, release: () => clearInterval(timer) };
}
