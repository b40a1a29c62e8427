import { runState, type RunRequest } from './ui-states.ts';

export const twoRounds = { local: [1800, 1790], pool: [930, 940] } as const;

export const inPool = (given: RunRequest = {}) =>
  runState({ pass: ['pool', 3, 7000], walls: twoRounds, ...given });
