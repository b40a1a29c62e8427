import type { Failure } from '../../core/failure.ts';
import type { Recording } from '../../core/recording/recording.ts';
import type { Report } from '../../core/report/report.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Run } from '../../output/run-files/format.ts';
import type { Saved } from '../../output/run-files/save.ts';
import { realTiming } from '../real-timing.ts';

/** Saves runs in the background. */
export type RunSaver = {
  readonly save: (recording: Recording, report: Report) => void;
  /** Resolves when every save has ended, to the latest failure. */
  readonly settled: () => Promise<Failure | undefined>;
};

export type RunSaverParts = {
  readonly save?: typeof loadAndSave;
  readonly timing?: Timing;
};

/** A file system that has been silent for so long may never answer. */
const longestSilence: Milliseconds = 20_000;

/** Saves into this folder; undefined where the user has no home folder. */
export function openRunSaver(folder: string | undefined, parts: RunSaverParts = {}): RunSaver {
  const { save = loadAndSave, timing = realTiming } = parts;
  let failure: Failure | undefined;
  let saving: Promise<void> = Promise.resolve();
  /** Whether a save is under way, even if it is no longer waited for. */
  let isPending = false;

  const trySave = async (folder: string, run: Run): Promise<Failure | undefined> => {
    if (isPending) {
      // Every pending save blocks one of the few threads of Node's pool.
      return noAnswer(folder);
    }

    isPending = true;
    const work = async (goesOn: () => void) =>
      save(folder, run, goesOn).finally(() => (isPending = false));
    const found = await whileGoingOn(work, longestSilence, timing);
    return found === 'late' ? noAnswer(folder) : failureOfSave(found);
  };

  const saveAndRemember = async (run: Run) => {
    failure = folder === undefined ? noHomeFolder : ((await trySave(folder, run)) ?? failure);
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

/** Loaded when first needed, so that it does not delay the first frame. */
async function loadAndSave(folder: string, run: Run, goesOn: () => void): Promise<Saved> {
  const { saveRun } = await import('../../output/run-files/save.ts');
  return saveRun(folder, run, goesOn);
}

const failureOfSave = (saved: Saved): Failure | undefined =>
  saved.status === 'failed' ? saved.failure : undefined;

/** 'late' once the work has not called its argument for this time: a long run may take longer than that as a whole. */
async function whileGoingOn<Found>(
  work: (goesOn: () => void) => Promise<Found>,
  time: Milliseconds,
  { after }: Timing,
): Promise<Found | 'late'> {
  let callOff = () => {};
  let goesOn = () => {};
  const late = new Promise<'late'>((resolve) => {
    goesOn = () => {
      callOff();
      callOff = after(time, () => resolve('late'));
    };
  });
  goesOn();
  return Promise.race([work(goesOn), late]).finally(() => callOff());
}

/** Whether the folder did not answer: any other access to it would wait, too. */
export const isUnanswered = ({ code }: Failure): boolean => code === 'save-unanswered';

export const noAnswer = (folder: string): Failure => ({
  code: 'save-unanswered',
  message: `The run could not be saved in ${folder}: it has not answered for ${longestSilence / 1000} s.`,
  hint: 'Check its file system, or set XDG_STATE_HOME to a folder on another one.',
});

export const noHomeFolder: Failure = {
  code: 'run-not-saved',
  message: 'The run could not be saved: there is no home folder.',
  hint: 'Set HOME or XDG_STATE_HOME.',
};
