import type { Failure } from '../core/failure.ts';
import type { Recording } from '../core/recording.ts';
import type { Report } from '../core/report.ts';

/** Saves runs behind the back of whoever looks at their results. */
export type Keeper = {
  readonly keep: (recording: Recording, report: Report) => void;
  /** Resolves when nothing is being saved any more, to why the last run that was not saved was not. */
  readonly settled: () => Promise<Failure | undefined>;
};

/** Saves into this folder; undefined is that of a user who has none. */
export function openKeeper(folder: string | undefined): Keeper {
  let failure: Failure | undefined;
  let saving: Promise<void> = Promise.resolve();

  const save = async (recording: Recording, report: Report) => {
    if (folder === undefined) {
      failure = homeless;
      return;
    }

    // Loaded when first needed: the first frame does not wait for it.
    const { saveRun } = await import('../output/run-files/save.ts');
    const saved = await saveRun(folder, { recording, report });
    if (saved.status === 'failed') {
      failure = saved.failure;
    }
  };

  return {
    keep(recording, report) {
      saving = saving.then(async () => save(recording, report));
    },
    async settled() {
      await saving;
      return failure;
    },
  };
}

const homeless: Failure = {
  code: 'run-not-saved',
  message: 'The run could not be saved: there is no home folder.',
  hint: 'Set HOME or XDG_STATE_HOME.',
};
