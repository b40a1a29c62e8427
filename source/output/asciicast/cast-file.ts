import { closeSync, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, UsageError, type Failure } from '../../core/failure.ts';
import type { Bytes } from '../../core/units.ts';

/** A file for writing. No method throws; after a failure it is closed. */
export type CastFile = {
  /** Whole lines, in one write. */
  readonly write: (lines: string) => Failure | undefined;
  readonly close: () => Failure | undefined;
};

/** Calls to the system. All of them throw. */
export type Disk = {
  /** `wx` refuses an existing file. */
  readonly open: (path: string, flags: 'w' | 'wx') => number;
  /** Writes bytes from `offset` on, and returns how many. */
  readonly write: (file: number, bytes: Uint8Array, offset: number) => number;
  readonly truncate: (file: number, length: Bytes) => void;
  readonly close: (file: number) => void;
};

const realDisk: Disk = {
  open: (path, flags) => openSync(path, flags),
  write: (file, bytes, offset) => writeSync(file, bytes, offset),
  truncate: (file, length) => ftruncateSync(file, length),
  close: (file) => closeSync(file),
};

export type CastFileRequest = {
  /** As the user wrote it. */
  readonly path: string;
  /** Replace an existing file. */
  readonly overwrite: boolean;
  readonly disk?: Disk;
};

/**
 * Opens a file for a cast. The drawing thread writes it synchronously: a few kilobytes take some microseconds, and they
 * are in the file whatever kills the program afterwards.
 */
export function openCastFile({ path, overwrite, disk = realDisk }: CastFileRequest): CastFile {
  const file = openFile(path, overwrite, disk);
  let whole: Bytes = 0;

  const writeAll = (bytes: Uint8Array) => {
    for (let offset = 0; offset < bytes.length;) {
      offset += disk.write(file, bytes, offset);
    }
  };

  return {
    write(lines) {
      const bytes = Buffer.from(lines);
      try {
        writeAll(bytes);
        whole += bytes.length;
        return undefined;
      } catch (error) {
        // A full disk may have taken part of a line, which no player could read.
        attempt(() => disk.truncate(file, whole));
        attempt(() => disk.close(file));
        return endedBy(path, error);
      }
    },
    close: () => attempt(() => disk.close(file), path),
  };
}

/** Removes the closed file of a cast that shows nothing. Ignores errors. */
export const discardCastFile = (path: string): void =>
  void attempt(() => rmSync(path, { force: true }));

function openFile(path: string, overwrite: boolean, disk: Disk): number {
  try {
    return disk.open(path, overwrite ? 'w' : 'wx');
  } catch (error) {
    throw new UsageError(`Cannot record to ${path}: ${openProblem(path, nameOf(error))}.`, {
      cause: error,
    });
  }
}

function openProblem(path: string, code: string): string {
  switch (code) {
    case 'EEXIST':
      return isFolder(path) ? openProblem(path, 'EISDIR') : exists;
    case 'EISDIR':
      return 'it is a folder; name a file in it';
    case 'ENOENT':
    case 'ENOTDIR':
      return isFolder(dirname(path))
        ? unmade
        : `there is no folder ${dirname(path)}; create it, or record to another one`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it may not be written; record to a folder that is yours';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'its disk is full; free some space, or record to another one';
    case 'EMFILE':
    case 'ENFILE':
      return `no more files may be open (${code}); raise the limit: ulimit -n`;
    default:
      return `the system refuses it (${code}); record to another place`;
  }
}

const unmade = 'no file can be made in its folder; record to another one';
const exists = 'it exists already; choose another name, or replace it with --overwrite';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function attempt(act: () => void, path = ''): Failure | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return endedBy(path, error);
  }
}

const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'your quota on its disk is used up',
  EIO: 'its disk fails',
  EPIPE: 'nobody reads it any more',
};

const endedBy = (path: string, error: unknown): Failure => ({
  code: 'recording-ended',
  message: `The recording ${path} ended early: ${causes[nameOf(error)] ?? `it takes no more (${nameOf(error)})`}.`,
  hint: 'It plays up to there; to record all of it, choose another place.',
});

const nameOf = (error: unknown): string => codeOf(error) ?? String(error);
