import { reportOf } from '../../core/report/report-of.ts';
import { runSummaryOf, type SavedRun } from '../../core/report/run-summary.ts';
import type { State } from '../../core/profile/state.ts';

/** Runs that an older version judged, with the verdict and the results that they have by the rules of today. */
export type Judge = {
  /** Judges a run that was opened, so that the list and the opened run say the same. */
  readonly learn: (run: SavedRun, atItsEnd: State) => void;
  /** The run as it was judged; unchanged until then. A list opens no file to judge it. */
  readonly known: (run: SavedRun) => SavedRun;
};

export function openJudge(): Judge {
  const judged = new Map<string, SavedRun>();
  return {
    learn({ path, fibtui, outdated }, state) {
      const report = outdated && reportOf(state, fibtui);
      if (report) {
        judged.set(path, { path, ...runSummaryOf(report) });
      }
    },
    known: (run) => judged.get(run.path) ?? run,
  };
}
