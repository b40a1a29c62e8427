import { runScreen, runState, type RunRequest } from './ui-states.ts';

export const manyState = (cpus: number, given: RunRequest = {}) =>
  runState({
    cpus,
    pass: ['pool', 3, 7000],
    walls: { local: [2880, 2870], pool: [340, 335] },
    ...given,
  });

export const many = (cpus: number, given: RunRequest = {}) =>
  runScreen(manyState(cpus, given), 7080);

export const smallest = { columns: 60, rows: 16 };
