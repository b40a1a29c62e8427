import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Milliseconds } from '../../core/units.ts';
import { isPart, isRunFileName } from './folder.ts';

/** So many runs are kept. */
export const mostRuns = 200;

/** No save takes that long: who began to write it has ended. */
const abandonedAfter: Milliseconds = 3_600_000;

/** Removes the oldest runs where there are too many, and what killed processes left; never `latest`. What cannot be removed stays. */
export async function pruneRuns(folder: string, latest: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const others = names.filter((name) => isRunFileName(name) && name !== latest).toSorted();
  const surplus = others.slice(0, Math.max(0, others.length + 1 - mostRuns));
  const abandoned = await Promise.all(
    names.filter(isPart).map(async (name) => ((await isAbandoned(folder, name)) ? [name] : [])),
  );
  await Promise.all(
    [...surplus, ...abandoned.flat()].map(async (name) =>
      rm(join(folder, name), { force: true }).catch(() => {}),
    ),
  );
}

const isAbandoned = async (folder: string, name: string): Promise<boolean> =>
  stat(join(folder, name)).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > abandonedAfter,
    () => false,
  );
