import { duration } from '../text/format.ts';
import { allOf } from '../text/listing.ts';
import type { ProfileState } from '../profile/state.ts';

/** Passes during which their cluster did not answer for a while: they count, as their times are the driver's own. */
export function outages({ passes }: Pick<ProfileState, 'passes'>) {
  const found = passes.flatMap(({ pass, outcome }) => {
    const time = outcome.status === 'finished' ? outcome.ray?.outOfTouch : undefined;
    return time === undefined ? [] : [{ pass, time }];
  });
  return [...new Set(found.map(({ pass }) => pass.case))].map((id) => {
    const mine = found.filter(({ pass }) => pass.case === id);
    const rounds = mine.map(({ pass: { round }, time }) => `round ${round} (${duration(time)})`);
    const which = mine.length === 1 ? 'it counts' : 'they count';
    return {
      code: 'out-of-touch',
      message: `${id} did not answer for a while in ${allOf(rounds)}; ${which}, since the cluster worked on and took the times itself`,
    };
  });
}
