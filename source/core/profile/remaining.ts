import { median } from '../statistics.ts';
import { wallsOf, type ProfileState } from './state.ts';
import type { Milliseconds } from '../units.ts';

/** Wall that a pass of a case is expected to take: the median of those that finished, else the forecast, if any. */
export function expectedWall(profile: ProfileState, caseId: string): Milliseconds | undefined {
  const walls = [...wallsOf(profile, caseId).values()];
  if (walls.length > 0) {
    return median(walls);
  }

  return profile.under.forecast?.cases.find((found) => found.case === caseId)?.wall;
}

export type Remaining = {
  readonly time: Milliseconds;
  /** Whether of all passes to come it is known what they take; else it is the least. */
  readonly whole: boolean;
};

/** Time until the last pass ends, if all goes as expected. */
export function remainingTime(profile: ProfileState, now: Milliseconds): Remaining {
  const { activity, plan, passes } = profile;
  const walls = plan.passes.slice(passes.length).map((pass) => expectedWall(profile, pass.case));
  const ahead = walls.reduce<Milliseconds>((total, wall) => total + (wall ?? 0), 0);
  const whole = !walls.includes(undefined);
  if (activity.type !== 'running') {
    return { time: ahead, whole };
  }

  const current = expectedWall(profile, activity.case.id) ?? 0;
  return { time: ahead - Math.min(current, now - activity.since), whole };
}
