import { createLatestCache } from '../latest-cache.ts';
import { screenCost } from '../profile/screen-cost.ts';
import { wallsOf, type ProfileState, type State } from '../profile/state.ts';
import { median, medianInterval } from '../statistics.ts';
import type { TrustLine } from './trust/trust-lines.ts';
import { trustAfter, trustBefore } from './trust/trust.ts';

const cached = createLatestCache<ProfileState['passes'], readonly TrustLine[]>();

/** How far the numbers of a running profile can be trusted, and before its first pass has ended the machine. */
export function trustSoFar(state: State, profile: ProfileState): readonly TrustLine[] {
  const lines = cached(profile.passes, [profile.heldUp], () => ofPasses(profile));
  return lines.length > 0 ? lines : trustBefore(state);
}

function ofPasses(profile: ProfileState): readonly TrustLine[] {
  const { plan, passes, under, heldUp } = profile;
  const screen = screenCost(profile);
  return under.machine
    ? trustAfter({
        machine: under.machine,
        cases: plan.cases.map(({ id, engine, workers }) => ({
          id,
          engine,
          workers,
          ...timesOf(profile, id),
        })),
        passes: passes.map(({ pass, outcome: { status }, conditions }) => ({
          case: pass.case,
          status,
          ...(conditions ? { conditions } : {}),
        })),
        cost: { ...(screen === undefined ? {} : { screen }), ...(heldUp ? { heldUp } : {}) },
      })
    : [];
}

function timesOf(profile: ProfileState, id: string) {
  const walls = [...wallsOf(profile, id).values()];
  return walls.length > 0 ? { median: median(walls), ...medianInterval(walls) } : {};
}
