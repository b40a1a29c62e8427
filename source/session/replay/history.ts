import { EngineError } from '../../core/failure.ts';
import type { SavedRun } from '../../core/report/run-summary.ts';
import type { History } from '../../core/session/session.ts';
import { openJudge } from './judge-anew.ts';

/** The runs in this folder; none if the user has no home folder. */
export function openHistory(folder: string | undefined): History {
  const judge = openJudge();
  return {
    async list() {
      if (folder === undefined) {
        return { runs: [], skipped: [] };
      }

      const { listRuns } = await import('../../output/run-files/list.ts');
      const { runs, ...rest } = await listRuns(folder);
      const current: SavedRun[] = [];
      for (const run of runs) {
        current.push(await judge(run));
      }

      return { ...rest, runs: current };
    },
    async open(path) {
      const { readRun } = await import('../../output/run-files/read.ts');
      const opened = await readRun(path);
      if (opened.status === 'failed') {
        throw new EngineError(opened.failure);
      }

      const { openReplay } = await import('./replay.ts');
      const { recording, fibtui } = opened.run;
      const replay = openReplay({ recording, version: fibtui });
      replay.playback.seek(Number.POSITIVE_INFINITY);
      return replay;
    },
    async remove(path) {
      const { removeRun } = await import('../../output/run-files/remove.ts');
      const failure = await removeRun(path);
      if (failure) {
        throw new EngineError(failure);
      }
    },
  };
}
