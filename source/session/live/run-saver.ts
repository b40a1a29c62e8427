import type { Failure } from '../../core/failure.ts';
import type { Recording } from '../../core/recording/recording.ts';
import type { Report } from '../../core/report/report.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Run } from '../../output/run-files/format.ts';
import type { Saved } from '../../output/run-files/save.ts';
import { realTiming } from '../real-timing.ts';

/** Saves runs behind the back of whoever looks at their results. */
export type RunSaver = {
  readonly save: (recording: Recording, report: Report) => void;
  /** Resolves when nothing is being saved any more, to why the last run that was not saved was not. */
  readonly settled: () => Promise<Failure | undefined>;
};

export type RunSaverParts = {
  readonly save?: (folder: string, run: Run) => Promise<Saved>;
  readonly timing?: Timing;
};

/** No save takes that long: a file system that has not answered by then may never do. */
const patience: Milliseconds = 20_000;

/** Saves into this folder; undefined is that of a user who has none. */
export function openRunSaver(folder: string | undefined, parts: RunSaverParts = {}): RunSaver {
  const { save = loadedSave, timing = realTiming } = parts;
  let failure: Failure | undefined;
  let saving: Promise<void> = Promise.resolve();
  /** Of a save that is waited for no longer. */
  let isOwed = false;

  const failureAt = async (folder: string, run: Run): Promise<Failure | undefined> => {
    if (isOwed) {
      // Each one that is asked for takes a thread of Node's, of which there are few.
      return unanswered(folder);
    }

    isOwed = true;
    const saved = save(folder, run).finally(() => (isOwed = false));
    const found = await within(saved, patience, timing);
    return found === 'late' ? unanswered(folder) : failureIn(found);
  };

  const saveAndRemember = async (run: Run) => {
    failure = folder === undefined ? homeless : ((await failureAt(folder, run)) ?? failure);
  };

  return {
    save(recording, report) {
      saving = saving.then(async () => saveAndRemember({ recording, report }));
    },
    async settled() {
      await saving;
      return failure;
    },
  };
}

/** Loaded when first needed: the first frame does not wait for it. */
async function loadedSave(folder: string, run: Run): Promise<Saved> {
  const { saveRun } = await import('../../output/run-files/save.ts');
  return saveRun(folder, run);
}

const failureIn = (saved: Saved): Failure | undefined =>
  saved.status === 'failed' ? saved.failure : undefined;

async function within<Found>(
  work: Promise<Found>,
  time: Milliseconds,
  { after }: Timing,
): Promise<Found | 'late'> {
  let callOff = () => {};
  const late = new Promise<'late'>((resolve) => {
    callOff = after(time, () => resolve('late'));
  });
  return Promise.race([work, late]).finally(() => callOff());
}

/** Whether a folder does not answer: who asks it for anything else waits, too. */
export const isUnanswered = ({ code }: Failure): boolean => code === 'save-unanswered';

const unanswered = (folder: string): Failure => ({
  code: 'save-unanswered',
  message: `The run could not be saved in ${folder}: it has not answered for ${patience / 1000} s.`,
  hint: 'See to its file system, or set XDG_STATE_HOME to a folder on another one.',
});

const homeless: Failure = {
  code: 'run-not-saved',
  message: 'The run could not be saved: there is no home folder.',
  hint: 'Set HOME or XDG_STATE_HOME.',
};
