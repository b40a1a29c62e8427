import { dealtResults } from './ui-states.ts';

/** Two workers beside another process. */
export const two = dealtResults(
  {
    local: { task: 9 },
    pool: { task: 9.1, waiting: 2.5, dispatch: 0.6, gap: 0.02, tail: 0.1 },
    conditions: { pool: { during: 1175, others: 560 } },
  },
  2,
);

/** Sixteen workers on eight cores, whose clock falls. */
export const sixteen = dealtResults(
  {
    plan: { tasks: 330 },
    local: { task: 9 },
    pool: { task: 12.5, waiting: 1, blocked: 0.3, dispatch: 0.9, gap: 0.05, tail: 0.2 },
    conditions: {
      local: { during: 2975, clock: { mean: 2300, highest: 4100 } },
      pool: { during: 320, clock: { mean: 3710, highest: 3740 } },
    },
  },
  16,
);

/** A hundred and twenty-eight workers that get their first tasks one after another, and hardly any more. */
export const manyWorkers = dealtResults(
  {
    plan: { workload: 'pair' },
    local: { task: 9 },
    pool: { task: 9.6, dispatch: 20, gap: 0.05, tail: 0.3 },
  },
  128,
);
