import type { Replay } from '../../core/session/session.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openReplay } from './replay.ts';
import { openSavedRun } from './open-saved-run.ts';

export type SavedReplayRequest = {
  /** The ID of a run; the last one where left out. */
  readonly run?: string;
  readonly speed: number;
  readonly idleLimit?: Milliseconds;
  /** The time in which it plays; real time where left out. */
  readonly timing?: Timing;
};

/** Opens a saved run as a replay; rejects with a `UsageError` where that fails. */
export async function openSavedReplay(
  { run = 'last', speed, idleLimit, timing }: SavedReplayRequest,
  folder: string | undefined,
): Promise<Replay> {
  const { recording, fibtui: version } = await openSavedRun(run, folder);
  return openReplay({
    recording,
    version,
    speed,
    ...(idleLimit === undefined ? {} : { idleLimit }),
    ...(timing ? { timing } : {}),
  });
}
