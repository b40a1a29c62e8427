import { fileURLToPath } from 'node:url';
import { EngineError } from '../../core/failure.ts';
import { readRun, type OpenedRun } from '../../output/run-files/read.ts';

/** The recorded runs that ship with fibtui: the first run of the script, and the one with tiny tasks. */
export const recordedRunNames = ['first', 'tiny'] as const;

/** Reads them in this order; rejects with an `EngineError` if one cannot be read. */
export async function readRecordedRuns(): Promise<readonly [OpenedRun, OpenedRun]> {
  const [first, tiny] = recordedRunNames;
  return Promise.all([readRecordedRun(first), readRecordedRun(tiny)]);
}

async function readRecordedRun(name: (typeof recordedRunNames)[number]): Promise<OpenedRun> {
  const opened = await readRun(fileURLToPath(import.meta.resolve(`#demo/${name}.json.gz`)));
  if (opened.status === 'failed') {
    throw new EngineError(opened.failure);
  }

  return opened.run;
}
