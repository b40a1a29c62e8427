import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../../core/failure.ts';

/**
 * Makes a folder that only its user can access, and missing ones above it. Node's own recursive `mkdir` never returns
 * where a folder exists but none can be made in it, as below /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder) {
      throw error;
    }

    await makeFolder(above);
    await makeOne(folder);
  }
}

/** Succeeds if the folder exists already. */
async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const isThere = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isThere) {
      throw error;
    }
  }
}
