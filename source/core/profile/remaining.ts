import { median } from '../statistics.ts';
import { runningPass, wallsOf, type ProfileState } from './state.ts';
import type { Milliseconds, Share } from '../units.ts';

/** Expected wall of a pass: the median of the case's finished passes, else its forecast, if any. */
export function expectedWall(profile: ProfileState, caseId: string): Milliseconds | undefined {
  const walls = [...wallsOf(profile, caseId).values()];
  if (walls.length > 0) {
    return median(walls);
  }

  return profile.under.forecast?.cases.find((found) => found.case === caseId)?.wall;
}

export type Remaining = {
  readonly time: Milliseconds;
  /** Whether every remaining pass has an expected wall; otherwise `time` is a lower bound. */
  readonly whole: boolean;
};

/** Expected time until the end of the last pass. */
export function remainingTime(profile: ProfileState, now: Milliseconds): Remaining {
  const { plan, passes } = profile;
  const perCase = expectedWalls(profile);
  let ahead: Milliseconds = 0;
  let whole = true;
  for (let index = passes.length; index < plan.passes.length; index++) {
    const wall = perCase.get(plan.passes[index]?.case ?? '');
    ahead += wall ?? 0;
    whole &&= wall !== undefined;
  }

  const running = runningPass(profile);
  if (!running) {
    return { time: ahead, whole };
  }

  const current = perCase.get(running.case.id) ?? 0;
  return { time: ahead - Math.min(current, Math.max(0, now - running.since)), whole };
}

const expectedWalls = (profile: ProfileState): ReadonlyMap<string, Milliseconds | undefined> =>
  new Map(profile.plan.cases.map(({ id }) => [id, expectedWall(profile, id)]));

/** How much of a profile is done: of its expected time if that is known of all passes, else of their number. */
export function doneShare(profile: ProfileState, now: Milliseconds): Share {
  const { plan, passes } = profile;
  const left = remainingTime(profile, now);
  if (!left.whole) {
    return passes.length / plan.passes.length;
  }

  const perCase = expectedWalls(profile);
  const all = plan.passes.reduce((sum, pass) => sum + (perCase.get(pass.case) ?? 0), 0);
  return all > 0 ? 1 - left.time / all : passes.length / plan.passes.length;
}
