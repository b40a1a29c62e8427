import { setTimeout } from 'node:timers/promises';
import type { Case } from '../../source/core/plan/plan.ts';
import type { Engine } from '../../source/core/profile/engine.ts';
import type { Milliseconds } from '../../source/core/units.ts';

/** What whoever waits for a job sees first. */
export type FirstSign = {
  /** From the start of it all: for fibtui from the key, for a command from its launch. */
  readonly fromStart: Milliseconds;
  /** From the moment at which Ray had taken the job. */
  readonly fromTaken: Milliseconds;
};

/** Ray has tidied up after the job before. */
export const rest = async () => setTimeout(1500);

/** A pass as the program runs it, from its start until the first bar moves; then the job is stopped. */
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
