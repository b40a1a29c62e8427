import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunsFacts } from '../../core/doctor/folder-checks.ts';
import { codeOf } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import { settledWithin } from '../../machine/settled-within.ts';
import { listRuns } from '../../output/run-files/list.ts';
import { causeOf, fileInItsWay, type Cause } from '../../output/run-files/save.ts';
import { noAnswer, noHomeFolder } from '../live/run-saver.ts';

const longestWait: Milliseconds = 2000;

/** The saved runs in this folder, and whether another one could be saved there. Makes no folder. */
export async function savedRunsIn(
  folder: string | undefined,
  look: (folder: string) => Promise<RunsFacts> = lookInto,
): Promise<RunsFacts> {
  if (folder === undefined) {
    return { problem: { why: 'there is no home folder', remedy: noHomeFolder.hint } };
  }

  let found: RunsFacts | undefined;
  await settledWithin(
    look(folder).then((facts) => (found = facts)),
    longestWait,
  );
  return found ?? { folder, problem: { why: 'it does not answer', remedy: noAnswer(folder).hint } };
}

async function lookInto(folder: string): Promise<RunsFacts> {
  const problem = await problemOf(folder);
  return { folder, ...(await countsIn(folder)), ...(problem ? { problem } : {}) };
}

/** Nothing if the folder itself cannot be read. */
async function countsIn(folder: string): Promise<Pick<RunsFacts, 'saved' | 'unread'>> {
  const { runs, skipped } = await listRuns(folder);
  return skipped.some(({ path }) => path === folder)
    ? {}
    : { saved: runs.length, unread: skipped.length };
}

/** Why nothing can be written into a folder, which may have to be made. */
async function problemOf(folder: string): Promise<RunsFacts['problem']> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      return problemFrom(fileInItsWay);
    }

    await access(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) === 'ENOENT' && above !== folder) {
      return problemOf(above);
    }

    return problemFrom(causeOf(error));
  }
}

const problemFrom = ([why, remedy]: Cause) => ({ why, remedy });
