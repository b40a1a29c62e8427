import type { RunResults, RunSummary, SavedRun } from '../../../source/core/report/run-summary.ts';
import type { Outcome } from '../../../source/core/report/figures/speedup.ts';
import { emptyHistory, type HistoryView } from '../../../source/ui/history/cursor.ts';

/** A run of a list, begun in this minute of 4 May 2026, local time. */
export const savedRun = (
  minute: number,
  given: Partial<SavedRun> = {},
): SavedRun & { readonly results: RunResults } => ({
  path: `/runs/${minute}.json.gz`,
  fibtui: '1.2.3',
  when: new Date(2026, 4, 4, 12, minute).toISOString(),
  machine: 'Example CPU 9000',
  cpus: 4,
  plan: planWith({}),
  verdict: 'pool is 3.72 times as fast as local (3.53 to 3.91, 94 % sure; limit 4)',
  finished: true,
  results: resultsWith('faster', 3.72),
  ...given,
});

export const planWith = (given: Partial<RunSummary['plan']>): RunSummary['plan'] => ({
  workload: 'list',
  size: 50_000,
  tasks: 64,
  rounds: 5,
  cases: [
    { id: 'local', workers: 1 },
    { id: 'pool', workers: 4 },
  ],
  ...given,
});

/** The results of a pool whose speed-up is known to 10 %. */
export const resultsWith = (outcome: Outcome, value: number): RunResults => ({
  walls: { local: 1610, pool: 1610 / value },
  speedups: [
    { case: 'pool', over: 'local', value, low: value * 0.95, high: value * 1.05, outcome },
  ],
  trust: 'ok',
});

/** The list of these runs, and of a file that cannot be opened. */
export const viewOf = (...runs: readonly SavedRun[]): HistoryView & { readonly list: object } => ({
  ...emptyHistory,
  list: { runs, skipped: [{ path: '/runs/broken.json.gz', reason: 'is cut off' }] },
});
