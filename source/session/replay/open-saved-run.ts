import { stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { describe, UsageError } from '../../core/failure.ts';
import { namedRun } from '../../core/history/named-run.ts';
import { runsBack } from '../../core/history/run-ids.ts';
import { listRuns } from '../../output/run-files/list.ts';
import { readRun, type OpenedRun } from '../../output/run-files/read.ts';

/** Opens the run that an ID names, in this folder or wherever it lies; rejects with a `UsageError` where that fails. */
export async function openSavedRun(id: string, folder: string | undefined): Promise<OpenedRun> {
  const opened = await readRun((await isPath(id)) ? id : await pathIn(folder, id));
  if (opened.status === 'failed') {
    throw new UsageError(describe(opened.failure));
  }

  return opened.run;
}

const pathIn = async (folder: string | undefined, id: string): Promise<string> =>
  namedRun(id, folder ? await listRuns(folder) : { runs: [], skipped: [] });

async function isPath(id: string): Promise<boolean> {
  if (id.includes('/') || id.includes(sep)) {
    return true;
  }

  return runsBack(id) === undefined && isThere(id);
}

/** Whether there is a file of that name. A folder is none. */
const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
