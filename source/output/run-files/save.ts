import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { codeOf, type Failure } from '../../core/failure.ts';
import { partOf } from './folder.ts';
import { makeFolder } from './make-folder.ts';
import { textOfRun, type Run } from './format.ts';
import { pruneRuns } from './prune.ts';
import { packed } from './packed.ts';
import { recordingProblem } from './recording-shape.ts';
import { RunFileError } from './run-file-error.ts';
import { runFileName } from './run-file-name.ts';

export type Saved =
  | { readonly status: 'saved'; readonly path: string }
  | { readonly status: 'failed'; readonly failure: Failure };

/** Writes a run into a file of its own, whole or not at all, and removes the oldest where there are too many. */
export async function saveRun(folder: string, run: Run): Promise<Saved> {
  try {
    const name = runFileName(run.report.startedAt);
    const bytes = await promisify(gzip)(await checkedText(run));
    await makeFolder(folder);
    await writeWhole(folder, name, bytes);
    await pruneRuns(folder, name);
    return { status: 'saved', path: join(folder, name) };
  } catch (error) {
    return { status: 'failed', failure: notSaved(folder, error) };
  }
}

/** What could not be read again is not written. */
async function checkedText(run: Run): Promise<Buffer> {
  const problem = recordingProblem(packed(run.recording));
  if (problem !== undefined) {
    throw new RunFileError(`its events are not what a run file can hold (${problem.slice(1)})`);
  }

  return textOfRun(run);
}

async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  const part = join(folder, partOf(name));
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync().catch(unlessUnsupported);
    } finally {
      await file.close();
    }

    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }

  await syncFolder(folder);
}

/** Some file systems, of a network for one, know no such thing. */
function unlessUnsupported(error: unknown): void {
  if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error) ?? '')) {
    throw error;
  }
}

/** So that the name is there after a power cut, too; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder).catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
}

function notSaved(folder: string, error: unknown): Failure {
  const [cause, hint] = causeOf(error);
  return {
    code: 'run-not-saved',
    message: `The run could not be saved in ${folder}: ${cause}.`,
    hint,
  };
}

type Cause = readonly [cause: string, hint: string];

const makeRoom = 'Make room there, or set XDG_STATE_HOME to a folder on another disk.';
const openIt = 'Make it a folder that you may write, or set XDG_STATE_HOME to another one.';

const causes: Readonly<Record<string, Cause>> = {
  ENOSPC: ['the disk is full', makeRoom],
  EDQUOT: ['the disk quota is used up', makeRoom],
  EFBIG: ['files may not be that large', makeRoom],
  EROFS: ['that file system is read-only', openIt],
  EACCES: ['it may not be written', openIt],
  EPERM: ['it may not be written', openIt],
  EEXIST: ['a file is in its way', openIt],
  ENOTDIR: ['a file is in its way', openIt],
  ENOENT: ['no folder can be made there', openIt],
};

function causeOf(error: unknown): Cause {
  if (error instanceof RunFileError) {
    return [error.message, 'Nothing else is lost; report it with this message.'];
  }

  // The longest text that there can be is a limit of its own.
  if (error instanceof RangeError) {
    return [
      'it is too long for a run file',
      'Take --json for its report, or fewer repeats or tasks.',
    ];
  }

  const code = codeOf(error);
  return causes[code ?? ''] ?? [`it cannot be written (${code ?? String(error)})`, openIt];
}
