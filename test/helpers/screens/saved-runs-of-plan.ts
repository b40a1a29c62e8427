import type { SavedRun } from '../../../source/core/report/run-summary.ts';
import type { LastRuns } from '../../../source/ui/setup/last-runs.ts';

/** A run of the default plan on two CPUs, with this speed-up, so many hours before the session began. */
export const savedRun = (
  hours: number,
  speedup: number,
  given: Partial<SavedRun> = {},
): SavedRun => ({
  path: `/runs/${hours}.json.gz`,
  fibtui: '1.2.3',
  when: new Date(sessionBegan - hours * 3_600_000).toISOString(),
  machine: 'AMD EPYC',
  cpus: 2,
  plan: {
    workload: 'list',
    size: 50_000,
    tasks: 100,
    rounds: 5,
    cases: [
      { id: 'local', workers: 1 },
      { id: 'pool', workers: 2 },
    ],
  },
  verdict: 'pool is faster',
  finished: true,
  results: {
    walls: { local: 1160, pool: 1160 / speedup },
    speedups: [
      {
        case: 'pool',
        over: 'local',
        value: speedup,
        low: speedup - 0.08,
        high: speedup + 0.12,
        outcome: speedup > 1.2 ? 'faster' : 'undecided',
      },
    ],
  },
  ...given,
});

const sessionBegan = Date.parse('2026-11-30T10:00:00Z');

export const lastRunsOf = (...runs: readonly SavedRun[]): LastRuns => ({ runs, sessionBegan });
