import { wallsOf, type ProfileState } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';

/** The shortest shows enough samples, the longest all that are kept. */
const windows: readonly Milliseconds[] = [10_000, 15_000, 20_000, 30_000, 45_000, 60_000];

const longest: Milliseconds = 60_000;

const unknown: Milliseconds = 30_000;

/**
 * How long the load of a run is shown: about two rounds. It depends on the forecast and then on the first round, so that
 * it does not change after that.
 */
export function loadWindow(profile: ProfileState): Milliseconds {
  const { plan, under } = profile;
  const walls = plan.cases.map(({ id }) => {
    const [first] = wallsOf(profile, id).values();
    return first ?? under.forecast?.cases.find((found) => found.case === id)?.wall;
  });
  const known = walls.flatMap((wall) => wall ?? []);
  const round = known.reduce((sum, wall) => sum + wall, 0);
  return known.length === 0 ? unknown : (windows.find((window) => window >= 2 * round) ?? longest);
}
