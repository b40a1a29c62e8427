import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { codeOf } from '../../core/failure.ts';
import { runFileEnd } from '../../core/history/run-ids.ts';
import type { RunList, SavedRun, SkippedRun } from '../../core/report/run-summary.ts';
import type { Bytes } from '../../core/units.ts';
import { headOf, mostHead, savedRun, type Head } from './format.ts';
import { reasonOf, RunFileError } from './run-file-error.ts';

/** Summaries of all runs in a folder, and the files that cannot be read. A missing folder is empty. */
export async function listRuns(folder: string): Promise<RunList> {
  const runs: SavedRun[] = [];
  const skipped: SkippedRun[] = [];
  for (const path of await runFilesIn(folder, skipped)) {
    try {
      runs.push(savedRun(path, await headIn(path)));
    } catch (error) {
      skipped.push({ path, reason: reasonOf(error) });
    }
  }

  return { runs: runs.toSorted(newestFirst), skipped };
}

/** By when they began: files may have been given other names. */
const newestFirst = (one: SavedRun, other: SavedRun): number =>
  Date.parse(other.when) - Date.parse(one.when);

/** In the order of their names, the last one first. */
async function runFilesIn(folder: string, skipped: SkippedRun[]): Promise<readonly string[]> {
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

/** Packed, the first line of nearly every file is shorter than this. */
const usualHead: Bytes = 2048;

const trailerBytes: Bytes = 4;

/** Reads no more of a file than its first line takes, and its last bytes. */
async function headIn(path: string): Promise<Head> {
  const found = await stat(path);
  // Opening a pipe would wait for a writer.
  if (!found.isFile()) {
    throw new RunFileError('is no file');
  }

  if (found.size === 0) {
    throw new RunFileError('is empty');
  }

  const file = await open(path);
  try {
    const { head, length } = headOf(await beginningOf(file, found.size));
    const trailer = await bytesOf(file, Math.max(0, found.size - trailerBytes), trailerBytes);
    // A gzip file ends with its uncompressed length, modulo 2^32.
    if (trailer.readUInt32LE() !== (length + head.rest) % 2 ** 32) {
      throw new RunFileError('is cut off');
    }

    return head;
  } finally {
    await file.close();
  }
}

/** The beginning of a document: its first line, and what was packed with it. */
async function beginningOf(file: FileHandle, size: Bytes): Promise<Buffer> {
  const usual = inflated(await bytesOf(file, 0, usualHead));
  return size <= usualHead || usual.includes('\n')
    ? usual
    : inflated(await bytesOf(file, 0, mostHead));
}

async function bytesOf(file: FileHandle, position: number, length: Bytes): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Z_SYNC_FLUSH inflates a truncated stream as far as it goes. */
const inflated = (packed: Buffer): Buffer =>
  gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
