import type { State } from '../../../source/core/profile/state.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { sampledLoad } from './sampled-load.ts';
import { runState, type RunRequest } from './ui-states.ts';

export const twoRounds = { local: [1800, 1790], pool: [930, 940] } as const;

export const inPool = (given: RunRequest = {}) =>
  runState({ pass: ['pool', 3, 7000], walls: twoRounds, ...given });

/** The same, seven seconds after it began, with the load of those seconds and the times of its passes. */
export const inPoolWithLoad = (given: RunRequest = {}): State =>
  withPassTimes({
    ...inPool(given),
    ...sampledLoad(2, [1.1, 1, 1.1, 1, 2, 1.9, 1.5, 1, 1, 2, 2, 1, 1.8, 2], 1000),
  });

/** The passes follow each other without a gap, from the beginning of the profile. */
export function withPassTimes(state: State): State {
  const profile = state.profile!;
  let at: Milliseconds = profile.began;
  const passes = profile.passes.map((ended) => {
    const from = at;
    at += ended.outcome.status === 'finished' ? ended.outcome.wall : 0;
    return { ...ended, ran: { from, to: at } };
  });
  return { ...state, profile: { ...profile, passes } };
}
