import type { Replay } from '../../core/session/session.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openReplay } from './replay.ts';
import { openSavedRun } from './open-saved-run.ts';

export type SavedReplayRequest = {
  /** The ID of a run; the last one where left out. */
  readonly run?: string;
  readonly speed: number;
  readonly idleLimit?: Milliseconds;
};

/** Opens a saved run as a replay; rejects with a `UsageError` where that fails. */
export async function openSavedReplay(
  { run = 'last', speed, idleLimit }: SavedReplayRequest,
  folder: string | undefined,
): Promise<Replay> {
  const { recording, fibtui: version } = await openSavedRun(run, folder);
  return openReplay({
    recording,
    version,
    speed,
    ...(idleLimit === undefined ? {} : { idleLimit }),
  });
}
