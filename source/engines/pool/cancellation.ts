import type { Milliseconds } from '../../core/units.ts';
import { cancelPass } from './board.ts';
import { now } from '../system/now.ts';
import type { Crew } from './crew.ts';
import { lookPeriod, openWatchdog } from './watchdog.ts';

/** How long a worker may take to see the cancel flag before its thread is ended. */
const grace: Milliseconds = 500;

export type Brake = { readonly pull: () => void; readonly release: () => void };

/** Stops a crew: by the flag in shared memory, and by ending its threads where that is not answered. */
function brakeOf(crew: Crew): Brake {
  let timer: NodeJS.Timeout | undefined;
  return {
    pull() {
      cancelPass(crew.board);
      crew.dropQueue();
      timer ??= setTimeout(() => void crew.close(), grace);
    },
    release: () => clearTimeout(timer),
  };
}

/**
 * Runs `work` on a crew with the brake tied to the signal. Rejects with a `SilenceError` when a worker hangs: the
 * threads of such a crew are ended at once, for one of them would not see the flag.
 */
export async function braked<Result>(
  crew: Crew,
  signal: AbortSignal,
  work: (brake: Brake) => Promise<Result>,
): Promise<Result> {
  const brake = brakeOf(crew);
  const alarm = alarmOf(crew);
  signal.addEventListener('abort', brake.pull, { once: true });
  if (signal.aborted) {
    brake.pull();
  }

  try {
    return await Promise.race([work(brake), alarm.rung]);
  } finally {
    signal.removeEventListener('abort', brake.pull);
    brake.release();
    alarm.release();
  }
}

function alarmOf(crew: Crew): { readonly rung: Promise<never>; readonly release: () => void } {
  const watchdog = openWatchdog(crew);
  watchdog.look(now());
  let timer: NodeJS.Timeout | undefined;
  const rung = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const silence = watchdog.look(now());
      if (silence) {
        reject(silence);
        void crew.close();
      }
    }, lookPeriod);
  });
  return { rung, release: () => clearInterval(timer) };
}
