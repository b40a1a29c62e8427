import { median } from '../statistics.ts';
import { wallsOf, type ProfileState } from './state.ts';
import type { Milliseconds } from '../units.ts';

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
  const { activity, plan, passes } = profile;
  const perCase = new Map(plan.cases.map(({ id }) => [id, expectedWall(profile, id)]));
  let ahead: Milliseconds = 0;
  let whole = true;
  for (let index = passes.length; index < plan.passes.length; index++) {
    const wall = perCase.get(plan.passes[index]?.case ?? '');
    ahead += wall ?? 0;
    whole &&= wall !== undefined;
  }

  // Between two passes the activity is still the one that has ended.
  if (activity.type !== 'running' || activity.pass.index !== plan.passes[passes.length]?.index) {
    return { time: ahead, whole };
  }

  const current = perCase.get(activity.case.id) ?? 0;
  return { time: ahead - Math.min(current, now - activity.since), whole };
}
