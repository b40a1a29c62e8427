import type { FinishedOutcome } from '../../profile/pass.ts';
import { spanOf } from '../../profile/span-times.ts';
import type { Case } from '../../plan/plan.ts';
import { typicalRounds } from './typical.ts';
import { finishedPasses, type ProfileState } from '../../profile/state.ts';
import type { Milliseconds, Share } from '../../units.ts';

/** The factors of a Ray pass's speed-up over `local` in the same round: S = λ · S_ray · ρ. */
export type RayFactors = {
  /** λ = T₁(local) / T₁(Python); absent without a `local` pass or a serial task to compare. */
  readonly lambda?: number;
  /** S_ray = T₁(Python) / span. */
  readonly inside?: number;
  /** ρ = span / wall. */
  readonly share: Share;
};

/** @param local Wall of `local` in the same round, if it finished. */
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

/** Speed-up inside the cluster: S_ray of the typical round, and its minimum and maximum over all rounds. */
export type Inside = {
  readonly case: Case;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** Undefined if the typical round does not have it. */
export function insideOf(profile: ProfileState, planned: Case): Inside | undefined {
  const typical = typicalRounds(profile).get(planned.id);
  const found = finishedPasses(profile, planned.id).flatMap(({ pass: { round }, outcome }) => {
    const { inside } = rayFactors(outcome, undefined);
    return inside === undefined ? [] : [{ round, inside }];
  });
  const value = found.find(({ round }) => round === typical)?.inside;
  const all = found.map(({ inside }) => inside);
  return value === undefined
    ? undefined
    : { case: planned, value, low: Math.min(...all), high: Math.max(...all) };
}
