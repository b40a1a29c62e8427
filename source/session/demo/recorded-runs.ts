import { fileURLToPath } from 'node:url';
import { EngineError } from '../../core/failure.ts';
import { readRun, type OpenedRun } from '../../output/run-files/read.ts';

/** What ships with fibtui for a demo that measures nothing: the first run of the script, and that of the tiny tasks. */
export const recordedRunNames = ['first', 'tiny'] as const;

/** In that order; rejects with an `EngineError` where one cannot be read. */
export async function readRecordedRuns(): Promise<readonly [OpenedRun, OpenedRun]> {
  const [first, tiny] = recordedRunNames;
  return Promise.all([runNamed(first), runNamed(tiny)]);
}

async function runNamed(name: (typeof recordedRunNames)[number]): Promise<OpenedRun> {
  const opened = await readRun(fileURLToPath(import.meta.resolve(`#demo/${name}.json.gz`)));
  if (opened.status === 'failed') {
    throw new EngineError(opened.failure);
  }

  return opened.run;
}
