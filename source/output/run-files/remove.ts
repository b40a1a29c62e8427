import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, type Failure } from '../../core/failure.ts';
import type { Bytes, Milliseconds } from '../../core/units.ts';
import { isPart, isRunFileName, runFileEnd } from './folder.ts';

/** Deletes a run file, even one that cannot be opened. Returns undefined if the file is gone, whoever deleted it. */
export async function removeRun(path: string): Promise<Failure | undefined> {
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

/** Removes the oldest runs beyond the limits, but never `latest`, and parts that dead processes left. Ignores errors. */
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
