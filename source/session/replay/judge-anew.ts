import { stat } from 'node:fs/promises';
import { reportOf } from '../../core/report/report-of.ts';
import { runSummaryOf, type SavedRun } from '../../core/report/run-summary.ts';
import type { Bytes } from '../../core/units.ts';
import { openFold } from './fold.ts';

/** A list must not wait for larger files: these are judged when they are opened. */
const mostInList: Bytes = 2e6;

/** `judgedAnew`, which reads each file of an older version only once. */
export function openJudge(): (run: SavedRun) => Promise<SavedRun> {
  const judged = new Map<string, SavedRun>();
  return async (run) => {
    const known = judged.get(run.path) ?? (await judgedAnew(run));
    if (run.outdated) {
      judged.set(run.path, known);
    }

    return known;
  };
}

/**
 * A run that an older version saved, with the verdict and the results that it has today, so that the list and the
 * opened run say the same. Unchanged if its file is too large for a list, or cannot be read.
 */
async function judgedAnew(run: SavedRun): Promise<SavedRun> {
  const { path, outdated } = run;
  if (!outdated || (await sizeOf(path)) > mostInList) {
    return run;
  }

  const { readRun } = await import('../../output/run-files/read.ts');
  const opened = await readRun(path);
  if (opened.status === 'failed') {
    return run;
  }

  const { recording, fibtui } = opened.run;
  const report = reportOf(openFold(recording)(recording.events.length), fibtui);
  return report ? { path, ...runSummaryOf(report) } : run;
}

/** Infinity if the file is gone. */
const sizeOf = (path: string): Promise<Bytes> =>
  stat(path).then(
    ({ size }) => size,
    () => Number.POSITIVE_INFINITY,
  );
