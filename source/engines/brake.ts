import type { Milliseconds } from '../core/units.ts';
import { cancelPass } from './board.ts';
import type { Crew } from './crew.ts';

/** How long a worker may take to see the cancel flag before its thread is ended. */
const patience: Milliseconds = 500;

export type Brake = { readonly pull: () => void; readonly release: () => void };

/** Stops a crew: by the flag in shared memory, and by ending its threads where that is not answered. */
export function brakeOf(crew: Crew): Brake {
  let timer: NodeJS.Timeout | undefined;
  return {
    pull() {
      cancelPass(crew.board);
      crew.dropQueue();
      timer ??= setTimeout(() => void crew.close(), patience);
    },
    release: () => clearTimeout(timer),
  };
}

/** Runs `work` on a crew with the brake tied to the signal. */
export async function braked<Result>(
  crew: Crew,
  signal: AbortSignal,
  work: (brake: Brake) => Promise<Result>,
): Promise<Result> {
  const brake = brakeOf(crew);
  signal.addEventListener('abort', brake.pull, { once: true });
  if (signal.aborted) {
    brake.pull();
  }

  try {
    return await work(brake);
  } finally {
    signal.removeEventListener('abort', brake.pull);
    brake.release();
  }
}
