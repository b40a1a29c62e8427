import { basename } from 'node:path';
import { EngineError, type Failure } from '../../core/failure.ts';
import type { RunList } from '../../core/report/run-summary.ts';
import type { History } from '../../core/session/session.ts';
import { openJudge } from './judge.ts';

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
      return withNotes({ ...rest, runs: runs.map(judge.known) }, folder);
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
      judge.learn(opened.run, replay.state());
      return replay;
    },
    async remove(paths) {
      const { removeRuns } = await import('../../output/run-files/remove.ts');
      throwIfFailed(await removeRuns(paths));
    },
    async annotate(path, note) {
      const { writeNote } = await import('../../output/run-files/notes.ts');
      throwIfFailed(await writeNote(path, note));
    },
  };
}

async function withNotes(list: RunList, folder: string): Promise<RunList> {
  const { readNotes } = await import('../../output/run-files/notes.ts');
  const found = await readNotes(folder);
  if (found.status === 'failed') {
    return { ...list, unread: found.failure };
  }

  const runs = list.runs.map((run) => {
    const note = found.notes.get(basename(run.path));
    return note === undefined ? run : { ...run, note };
  });
  return { ...list, runs };
}

function throwIfFailed(failure: Failure | undefined): void {
  if (failure) {
    throw new EngineError(failure);
  }
}
