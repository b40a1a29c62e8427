import { describe, UsageError } from '../../core/failure.ts';
import type { SkippedRun } from '../../core/report/run-summary.ts';
import type { Replay } from '../../core/session/session.ts';
import { listRuns } from '../../output/run-files/list.ts';
import { readRun } from '../../output/run-files/read.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openReplay } from './replay.ts';

export type SavedReplayRequest = {
  /** A run file; the last run of the folder where left out. */
  readonly file?: string;
  readonly speed: number;
  readonly idleLimit?: Milliseconds;
};

/** Opens a run file as a replay; rejects with a `UsageError` where that fails. */
export async function openSavedReplay(
  { file, speed, idleLimit }: SavedReplayRequest,
  folder: string | undefined,
): Promise<Replay> {
  const opened = await readRun(file ?? (await lastRun(folder)));
  if (opened.status === 'failed') {
    throw new UsageError(describe(opened.failure));
  }

  const { recording, fibtui: version } = opened.run;
  return openReplay({
    recording,
    version,
    speed,
    ...(idleLimit === undefined ? {} : { idleLimit }),
  });
}

async function lastRun(folder: string | undefined): Promise<string> {
  const { runs, skipped } = folder ? await listRuns(folder) : { runs: [], skipped: [] };
  if (!runs[0]) {
    throw new UsageError(nothingIn(skipped));
  }

  return runs[0].path;
}

const nothingIn = ([damaged]: readonly SkippedRun[]): string =>
  damaged
    ? `There is no run to play: ${damaged.path} ${damaged.reason}.`
    : 'There is no saved run yet: finish one on the screen, or run with --save.';
