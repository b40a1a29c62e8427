import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Event } from '../../source/core/profile/event.ts';
import type { FinishedOutcome } from '../../source/core/profile/pass.ts';
import type { Recording } from '../../source/core/recording/recording.ts';
import { readRun } from '../../source/output/run-files/read.ts';

/** The only run that a program with this XDG_STATE_HOME has saved. */
export async function savedRun(
  state: string,
): Promise<{ readonly path: string; readonly recording: Recording }> {
  const folder = join(state, 'fibtui/runs');
  const [file = ''] = await readdir(folder);
  const path = join(folder, file);
  const opened = await readRun(path);
  if (opened.status !== 'opened') {
    throw new Error(opened.failure.message);
  }

  return { path, recording: opened.run.recording };
}

type PassFinished = Extract<Event, { readonly type: 'pass-finished' }>;
type Finished = Omit<PassFinished, 'outcome'> & { readonly outcome: FinishedOutcome };

/** Its passes that have finished, in their order. */
export const finishedIn = ({ events }: Recording): readonly Finished[] =>
  events.filter(
    (event): event is Finished =>
      event.type === 'pass-finished' && event.outcome.status === 'finished',
  );
