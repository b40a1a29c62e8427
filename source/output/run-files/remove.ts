import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, type Failure } from '../../core/failure.ts';
import { runFileEnd } from '../../core/history/run-ids.ts';
import type { Bytes, Milliseconds } from '../../core/units.ts';
import { isPart, isRunFileName } from './folder.ts';
import { dropNotes } from './notes.ts';

/**
 * Deletes run files, even those that cannot be opened, and the notes on them. A file that is gone counts as deleted,
 * whoever deleted it. Returns the first failure; the other files are deleted all the same.
 */
export async function removeRuns(paths: readonly string[]): Promise<Failure | undefined> {
  const removed: string[] = [];
  const failures: Failure[] = [];
  for (const path of paths) {
    const failure = await removeRun(path);
    if (failure) {
      failures.push(failure);
    } else {
      removed.push(path);
    }
  }

  for (const folder of new Set(removed.map((path) => dirname(path)))) {
    const failure = await dropNotes(folder, new Set(removed.map((path) => basename(path))));
    failures.push(...(failure ? [failure] : []));
  }

  return failures[0];
}

async function removeRun(path: string): Promise<Failure | undefined> {
  if (!path.endsWith(runFileEnd)) {
    // The list also has a path that is in the way of its folder.
    return {
      code: 'run-not-removed',
      message: `${path} is not a run file.`,
      hint: `Run files end in ${runFileEnd}.`,
    };
  }

  try {
    await rm(path, { force: true });
    return undefined;
  } catch (error) {
    return {
      code: 'run-not-removed',
      message: `The run file ${path} could not be removed (${codeOf(error) ?? String(error)}).`,
      hint: 'Remove it yourself, or make its folder writable.',
    };
  }
}

const mostRuns = 200;

/** Bounds the folder as a whole: on many CPUs a run of an hour takes some megabytes. */
const mostRunBytes: Bytes = 256e6;

/** No save takes this long: the process that began the file has died. */
const abandonedAfter: Milliseconds = 3_600_000;

/** Removes the oldest runs beyond the limits with the notes on them, but never `latest`, and parts that dead processes left. Ignores errors. */
export async function pruneRuns(folder: string, latest: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const others = names.filter((name) => isRunFileName(name) && name !== latest).toSorted();
  const surplus = await surplusOf(folder, [latest, ...others.toReversed()]);
  const abandoned = await Promise.all(
    names.filter(isPart).map(async (name) => ((await isAbandoned(folder, name)) ? [name] : [])),
  );
  await Promise.all(
    [...surplus, ...abandoned.flat()].map(async (name) =>
      rm(join(folder, name), { force: true }).catch(() => {}),
    ),
  );
  if (surplus.length > 0) {
    await dropNotes(folder, new Set(surplus));
  }
}

/** Of names from new to old, all from the first that exceeds a limit; the newest always stays. */
async function surplusOf(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const sizes = await Promise.all(names.map(async (name) => sizeOf(join(folder, name))));
  let total: Bytes = 0;
  const first = sizes.findIndex((size, index) => {
    total += size;
    return index > 0 && (index >= mostRuns || total > mostRunBytes);
  });
  return first < 0 ? [] : names.slice(first);
}

const sizeOf = async (path: string): Promise<Bytes> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

const isAbandoned = async (folder: string, name: string): Promise<boolean> =>
  stat(join(folder, name)).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > abandonedAfter,
    () => false,
  );
