import { setTimeout } from 'node:timers/promises';
import type { Case } from '../../source/core/plan/plan.ts';
import type { Engine } from '../../source/core/profile/engine.ts';
import type { Milliseconds } from '../../source/core/units.ts';

/** How soon a user sees the first sign of a job. */
export type FirstSign = {
  /** From the start: the key in fibtui, or the launch of a command. */
  readonly fromStart: Milliseconds;
  /** From the moment when Ray accepted the job. */
  readonly fromTaken: Milliseconds;
};

/** Gives Ray time to clean up after the previous job. */
export const rest = async () => setTimeout(1500);

/** Runs a pass as the program does until the first bar moves, then stops the job. */
export async function firstBar(engine: Engine, planned: Case): Promise<FirstSign> {
  await rest();
  const seen = new AbortController();
  const started = performance.now();
  let taken = Number.NaN;
  let moved = Number.NaN;
  const outcome = await engine.run(
    planned,
    (event) => {
      if (event.type === 'phase-changed' && event.phase === 'pending') {
        taken = performance.now();
      } else if (event.type === 'workers-sampled' && !seen.signal.aborted) {
        if (event.workers.some(({ share }) => share > 0)) {
          moved = performance.now();
          seen.abort();
        }
      }
    },
    seen.signal,
  );
  if (!seen.signal.aborted) {
    throw new Error(`No bar has moved: ${JSON.stringify(outcome)}`);
  }

  return { fromStart: moved - started, fromTaken: moved - taken };
}
