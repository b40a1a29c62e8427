import { createLatestCache } from '../latest-cache.ts';
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
  const { perCase, ahead, whole } = expectationsOf(profile);
  const running = runningPass(profile);
  if (!running) {
    return { time: ahead, whole };
  }

  const current = perCase.get(running.case.id) ?? 0;
  return { time: ahead - Math.min(current, Math.max(0, now - running.since)), whole };
}

/** How much of a profile is done: of its expected time if that is known of all passes, else of their number. */
export function doneShare(profile: ProfileState, now: Milliseconds): Share {
  const { plan, passes } = profile;
  const { all } = expectationsOf(profile);
  const left = remainingTime(profile, now);
  return left.whole && all > 0 ? 1 - left.time / all : passes.length / plan.passes.length;
}

type Expectations = {
  readonly perCase: ReadonlyMap<string, Milliseconds | undefined>;
  /** Of all passes of the plan, as far as known. */
  readonly all: Milliseconds;
  /** Of those that have not ended. */
  readonly ahead: Milliseconds;
  /** Whether it is known of each of them. */
  readonly whole: boolean;
};

/** Every frame asks for them, and passes end rarely. */
const cached = createLatestCache<ProfileState['passes'], Expectations>();

const expectationsOf = (profile: ProfileState): Expectations =>
  cached(profile.passes, [profile.plan, profile.under], () => {
    const { plan, passes } = profile;
    const perCase = new Map(plan.cases.map(({ id }) => [id, expectedWall(profile, id)]));
    const sums = { all: 0, ahead: 0, whole: true };
    plan.passes.forEach(({ case: id }, index) => {
      const wall = perCase.get(id);
      sums.all += wall ?? 0;
      if (index >= passes.length) {
        sums.ahead += wall ?? 0;
        sums.whole &&= wall !== undefined;
      }
    });
    return { perCase, ...sums };
  });
