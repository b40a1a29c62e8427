import { stat } from 'node:fs/promises';
import type { Failure } from '../../core/failure.ts';
import type { Recording } from '../../core/recording/recording.ts';
import type { SavedRun } from '../../core/report/run-summary.ts';
import { headOf, mostBytes, recordingOf, savedRun } from './format.ts';
import { reasonOf, RunFileError } from './run-file-error.ts';
import { unpackRun } from './unpack.ts';

/** The report is not read back: it is a function of the recording. */
export type OpenedRun = SavedRun & { readonly recording: Recording };

export type Opened =
  | { readonly status: 'opened'; readonly run: OpenedRun }
  | { readonly status: 'failed'; readonly failure: Failure };

/** Opens a run file, wherever it lies. */
export async function readRun(path: string): Promise<Opened> {
  try {
    return { status: 'opened', run: await openFile(path) };
  } catch (error) {
    return { status: 'failed', failure: openFailure(path, reasonOf(error)) };
  }
}

async function openFile(path: string): Promise<OpenedRun> {
  const found = await stat(path);
  if (found.isCharacterDevice() || found.isBlockDevice()) {
    // Reading /dev/zero would never end.
    throw new RunFileError('is no file');
  }

  if (found.size > mostBytes) {
    throw new RunFileError('is too large');
  }

  const document = await unpackRun(path);
  const { head } = headOf(document);
  return { ...savedRun(path, head), recording: recordingOf(document, head.version) };
}

const openFailure = (path: string, reason: string): Failure => ({
  code: 'run-not-opened',
  message: `The run file ${path} ${reason}.`,
  hint: 'Open another one: `fibtui history` lists the saved runs.',
});
