import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { codeOf } from '../../core/failure.ts';
import type { RunList, SavedRun, SkippedRun } from '../../core/report/run-summary.ts';
import { runFileEnd } from './folder.ts';
import { headOf, mostHead, savedRun, type Head } from './format.ts';
import { reasonOf, RunFileError } from './run-file-error.ts';

/** Summaries of all runs in a folder, and the files that cannot be read. A missing folder is empty. */
export async function listRuns(folder: string): Promise<RunList> {
  const runs: SavedRun[] = [];
  const skipped: SkippedRun[] = [];
  for (const path of await pathsIn(folder, skipped)) {
    try {
      runs.push(savedRun(path, await headIn(path)));
    } catch (error) {
      skipped.push({ path, reason: reasonOf(error) });
    }
  }

  return { runs, skipped };
}

/** Newest first. */
async function pathsIn(folder: string, skipped: SkippedRun[]): Promise<readonly string[]> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith(runFileEnd));
    return names
      .toSorted()
      .toReversed()
      .map((name) => join(folder, name));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      const reason = codeOf(error) === 'ENOTDIR' ? 'is no folder' : reasonOf(error);
      skipped.push({ path: folder, reason });
    }

    return [];
  }
}

const trailerBytes = 4;

async function headIn(path: string): Promise<Head> {
  // Opening a pipe would wait for a writer.
  if (!(await stat(path)).isFile()) {
    throw new RunFileError('is no file');
  }

  const file = await open(path);
  try {
    const { size } = await file.stat();
    const first = Buffer.alloc(Math.min(size, mostHead));
    const trailer = Buffer.alloc(Math.min(size, trailerBytes));
    await file.read(first, 0, first.length, 0);
    await file.read(trailer, 0, trailer.length, size - trailer.length);
    if (size === 0) {
      throw new RunFileError('is empty');
    }

    // Z_SYNC_FLUSH inflates a truncated stream as far as it goes.
    const { head, length } = headOf(gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH }));
    // A gzip file ends with its uncompressed length, modulo 2^32.
    if (trailer.readUInt32LE() !== (length + head.rest) % 2 ** 32) {
      throw new RunFileError('is cut off');
    }

    return head;
  } finally {
    await file.close();
  }
}
