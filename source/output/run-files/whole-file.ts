import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../core/failure.ts';

export type WholeFile = {
  readonly folder: string;
  readonly name: string;
  /** The name of the file until it is complete. */
  readonly part: string;
};

/**
 * Writes a file, whole or not at all: what `write` has written takes its name at the end. Rejects with EEXIST while
 * another process writes the same part.
 */
export async function writeWhole(
  { folder, name, part }: WholeFile,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const unfinished = join(folder, part);
  const file = await open(unfinished, 'wx', 0o600);
  try {
    try {
      await write(file);
      await file.sync().catch(unlessUnsupported);
    } finally {
      await file.close();
    }

    await rename(unfinished, join(folder, name));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }

  await syncFolder(folder);
}

/** Some file systems, such as those of a network, cannot sync. */
function unlessUnsupported(error: unknown): void {
  if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error) ?? '')) {
    throw error;
  }
}

/** Keeps the name across a power cut. Not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder).catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
}
