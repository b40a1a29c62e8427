import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunsFacts } from '../../core/doctor/folder-checks.ts';
import { codeOf } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import { settledWithin } from '../../machine/settled-within.ts';
import { listRuns } from '../../output/run-files/list.ts';
import { causeOf } from '../../output/run-files/save.ts';
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
  const { runs, skipped } = await listRuns(folder);
  const problem = await problemOf(folder);
  return {
    folder,
    saved: runs.length,
    unread: skipped.length,
    ...(problem ? { problem } : {}),
  };
}

/** Why nothing can be written into a folder, which may have to be made. */
async function problemOf(folder: string): Promise<RunsFacts['problem']> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    if (!(await stat(folder)).isDirectory()) {
      throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    }

    return undefined;
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) === 'ENOENT' && above !== folder) {
      return problemOf(above);
    }

    const [why, remedy] = causeOf(error);
    return { why, remedy };
  }
}
