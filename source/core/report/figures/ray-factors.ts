import { spanOf, type FinishedOutcome } from '../../profile/pass.ts';
import type { Case } from '../../plan/plan.ts';
import { median } from '../../statistics.ts';
import type { ProfileState } from '../../profile/state.ts';
import type { Milliseconds, Share } from '../../units.ts';

/** S of a pass on Ray over `local` of the same round, taken apart: S = λ · S_ray · ρ. */
export type RayFactors = {
  /** λ = T₁(local) / T₁(Python); absent where there is no `local` to compare with, or no serial task finished. */
  readonly lambda?: number;
  /** S_ray = T₁(Python) / span. */
  readonly inside?: number;
  /** ρ = span / wall. */
  readonly share: Share;
};

/** @param local Wall of `local` in the same round, where it finished. */
export function rayFactors(
  { wall, spans, ray }: FinishedOutcome,
  local: Milliseconds | undefined,
): RayFactors {
  const span = spanOf(spans);
  const python1 = ray?.python1;
  return {
    ...(python1 === undefined || local === undefined ? {} : { lambda: local / python1 }),
    ...(python1 === undefined || span <= 0 ? {} : { inside: python1 / span }),
    share: span / wall,
  };
}

/** Speed-up inside the cluster: S_ray of a case's passes, their median, least and most. */
export type Inside = {
  readonly case: Case;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** Undefined where no pass tells. */
export function insideOf(profile: ProfileState, planned: Case): Inside | undefined {
  const found = profile.passes.flatMap(({ pass, outcome }) =>
    pass.case === planned.id && outcome.status === 'finished'
      ? (rayFactors(outcome, undefined).inside ?? [])
      : [],
  );
  return found.length === 0
    ? undefined
    : {
        case: planned,
        value: median(found),
        low: Math.min(...found),
        high: Math.max(...found),
      };
}
