import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { codeOf, type Failure } from '../../core/failure.ts';
import { runFileEnd } from '../../core/history/run-ids.ts';
import { partOf } from './folder.ts';
import { makeFolder } from './make-folder.ts';
import type { Run } from './format.ts';
import { pruneRuns } from './remove.ts';
import { RunFileError } from './run-file-error.ts';
import { writeWhole } from './whole-file.ts';
import { textOfRun } from './writing/text-of-run.ts';

export type Saved =
  | { readonly status: 'saved'; readonly path: string }
  | { readonly status: 'failed'; readonly failure: Failure };

/**
 * Writes a run into a new file, whole or not at all, and removes the oldest if there are too many. Calls `goesOn` as long
 * as it goes on.
 */
export async function saveRun(folder: string, run: Run, goesOn = () => {}): Promise<Saved> {
  try {
    const name = runFileName(run.report.startedAt);
    const text = await textOfRun(run, goesOn);
    await makeFolder(folder);
    await writeRun(folder, name, text);
    await pruneRuns(folder, name);
    return { status: 'saved', path: join(folder, name) };
  } catch (error) {
    return { status: 'failed', failure: saveFailure(folder, error) };
  }
}

/**
 * Unique, and sorts by the time when the run began. Not in folder.ts, which the first frame waits for: Node takes 5 ms
 * to load its cryptography.
 */
export const runFileName = (startedAt: string): string =>
  `${new Date(startedAt).toISOString().replaceAll(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}${runFileEnd}`;

const writeRun = async (folder: string, name: string, text: Iterable<string>): Promise<void> =>
  writeWhole({ folder, name, part: partOf(name) }, async (file) =>
    pipeline(Readable.from(text), createGzip({ level: 1 }), async (bytes) => file.writeFile(bytes)),
  );

function saveFailure(folder: string, error: unknown): Failure {
  const [cause, hint] = causeOf(error);
  return {
    code: 'run-not-saved',
    message: `The run could not be saved in ${folder}: ${cause}.`,
    hint,
  };
}

export type Cause = readonly [cause: string, hint: string];

const makeRoom = 'Free some space there, or set XDG_STATE_HOME to a folder on another disk.';
const openIt = 'Make that folder writable, or set XDG_STATE_HOME to another one.';

export const fileInItsWay: Cause = ['a file is in its way', openIt];

const causes: Readonly<Record<string, Cause>> = {
  ENOSPC: ['the disk is full', makeRoom],
  EDQUOT: ['the disk quota is used up', makeRoom],
  EFBIG: ['files may not be that large', makeRoom],
  EROFS: ['that file system is read-only', openIt],
  EACCES: ['it may not be written', openIt],
  EPERM: ['it may not be written', openIt],
  EEXIST: fileInItsWay,
  ENOTDIR: fileInItsWay,
  ENOENT: ['no folder can be made there', openIt],
  EMFILE: ['no more files may be open', 'Raise the limit of open files: ulimit -n.'],
  ENFILE: ['no more files may be open', 'Raise the limit of open files: ulimit -n.'],
};

/** Why a file cannot be saved, and what to do about it. */
export function causeOf(error: unknown): Cause {
  if (error instanceof RunFileError) {
    return [error.message, 'Nothing else is lost; report it with this message.'];
  }

  // The text would be longer than a run file, or than V8's longest string.
  if (error instanceof RangeError) {
    return [
      'it is too large for a run file',
      'Use --json for its report, or fewer rounds or tasks.',
    ];
  }

  const code = codeOf(error);
  return causes[code ?? ''] ?? [`it cannot be written (${code ?? String(error)})`, openIt];
}
