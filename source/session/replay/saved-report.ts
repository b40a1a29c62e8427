import { basename, dirname } from 'node:path';
import { UsageError, type Failure } from '../../core/failure.ts';
import { reportOf } from '../../core/report/report-of.ts';
import type { Report } from '../../core/report/report.ts';
import { readNotes } from '../../output/run-files/notes.ts';
import { openFold } from './fold.ts';
import { openSavedRun } from './open-saved-run.ts';

export type SavedReport = {
  readonly report: Report;
  /** What the user wrote about the run. */
  readonly note?: string;
  /** Why the notes cannot be read. */
  readonly unread?: Failure;
};

/** The report of the run that an ID names, by the rules of today; rejects with a `UsageError` where that fails. */
export async function openSavedReport(
  id: string,
  folder: string | undefined,
): Promise<SavedReport> {
  const { path, recording, fibtui } = await openSavedRun(id, folder);
  const report = reportOf(openFold(recording)(recording.events.length), fibtui);
  if (!report) {
    throw new UsageError(`The run file ${path} names no machine, so it has no report.`);
  }

  const found = await readNotes(dirname(path));
  if (found.status === 'failed') {
    return { report, unread: found.failure };
  }

  const note = found.notes.get(basename(path));
  return { report, ...(note === undefined ? {} : { note }) };
}
