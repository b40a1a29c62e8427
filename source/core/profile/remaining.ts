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
  const running = runningPass(profile);
  const walls = plan.passes.slice(passes.length).map((pass) => expectedWall(profile, pass.case));
  const ahead = walls.reduce<Milliseconds>((total, wall) => total + (wall ?? 0), 0);
  const whole = !walls.includes(undefined);
  if (!running) {
    return { time: ahead, whole };
  }

  const current = expectedWall(profile, running.case.id) ?? 0;
  return { time: ahead - Math.min(current, Math.max(0, now - running.since)), whole };
}

/** How much of a profile is done: of its expected time if that is known of all passes, else of their number. */
export function doneShare(profile: ProfileState, now: Milliseconds): Share {
  const { plan, passes } = profile;
  const left = remainingTime(profile, now);
  if (!left.whole) {
    return passes.length / plan.passes.length;
  }

  const all = plan.passes.reduce((sum, pass) => sum + (expectedWall(profile, pass.case) ?? 0), 0);
  return all > 0 ? 1 - left.time / all : passes.length / plan.passes.length;
}
