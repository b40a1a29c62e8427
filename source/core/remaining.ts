import { forecastOf } from './forecast.ts';
import { median } from './statistics.ts';
import { circumstancesOf, wallsOf, type ProfileState, type State } from './state.ts';
import type { Milliseconds } from './units.ts';

/** Wall that a pass of a case is expected to take: the median of those that finished, else the forecast. */
export function expectedWall(state: State, profile: ProfileState, caseId: string): Milliseconds {
  const walls = [...wallsOf(profile, caseId).values()];
  if (walls.length > 0) {
    return median(walls);
  }

  const circumstances = circumstancesOf(state, profile.plan.workload);
  const forecast = circumstances && forecastOf(profile.plan, circumstances);
  return forecast?.cases.find((found) => found.case === caseId)?.wall ?? 0;
}

/** Time until the last pass ends, if all goes as expected. */
export function remainingTime(
  state: State,
  profile: ProfileState,
  now: Milliseconds,
): Milliseconds {
  const { activity, plan, passes } = profile;
  const ahead = plan.passes
    .slice(passes.length)
    .reduce((total, pass) => total + expectedWall(state, profile, pass.case.id), 0);
  if (activity.type !== 'running') {
    return ahead;
  }

  const current = expectedWall(state, profile, activity.pass.case.id);
  return ahead - Math.min(current, now - activity.since);
}
