import { createLatestCache } from '../../latest-cache.ts';
import { wallsOf, type ProfileState, type Walls } from '../../profile/state.ts';
import { lowerMedian } from '../../statistics.ts';
import { comparisonsOf, type Comparison } from './comparison.ts';

const cached = createLatestCache<ProfileState['passes'], ReadonlyMap<string, number>>();

/**
 * For each case the round that stands for it wherever one round is shown: bars, budget, timeline. A compared case has
 * the round that its speed-up comes from; the reference has that of the first comparison with it, so that the quotient
 * of those two bars is the speed-up. Other cases have the round with their lower median wall, if any finished.
 */
export const typicalRounds = (
  profile: Pick<ProfileState, 'plan' | 'passes'>,
): ReadonlyMap<string, number> =>
  cached(profile.passes, [profile.plan], () => roundsOf(profile, comparisonsOf(profile)));

function roundsOf(
  profile: Pick<ProfileState, 'plan' | 'passes'>,
  comparisons: readonly Comparison[],
): ReadonlyMap<string, number> {
  return new Map(
    profile.plan.cases.flatMap(({ id }) => {
      const compared =
        comparisons.find((found) => found.case.id === id) ??
        comparisons.find((found) => found.over.id === id);
      const round = compared?.speedup.round ?? middleRound(wallsOf(profile, id));
      return round === undefined ? [] : [[id, round] as const];
    }),
  );
}

const middleRound = (walls: Walls): number | undefined =>
  lowerMedian([...walls], ([, wall]) => wall)?.[0];
