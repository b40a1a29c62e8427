import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes, Milliseconds } from '../../core/units.ts';
import { isPart, isRunFileName } from './folder.ts';

/** So many runs are kept, */
const mostRuns = 200;

/** and no more than this: on many CPUs a run of an hour takes some megabytes. */
const mostRunBytes: Bytes = 256e6;

/** No save takes that long: who began to write it has ended. */
const abandonedAfter: Milliseconds = 3_600_000;

/** Removes the oldest runs where there are too many, and what killed processes left; never `latest`. What cannot be removed stays. */
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

/** Of these, the first of which stays, all from the one on that is too many or too much. */
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
