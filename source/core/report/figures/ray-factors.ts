import type { FinishedOutcome } from '../../profile/pass.ts';
import { spanOf } from '../../profile/span-times.ts';
import type { Case } from '../../plan/plan.ts';
import { typicalRounds } from './typical.ts';
import { finishedPasses, type ProfileState } from '../../profile/state.ts';
import type { Share } from '../../units.ts';
import type { SerialTimes } from './serial-times.ts';

/**
 * The factors of a Ray pass's speed-up over its reference in the same round: S = λ · κ · S_ray · ρ. Without Python on
 * this machine λ contains κ, and over Python itself there is no λ.
 */
export type RayFactors = {
  /** λ = T₁(local) / T₁(Python): timed here where Python takes part, else on the cluster. Absent without both. */
  readonly lambda?: number;
  /** κ = T₁(Python here) / T₁(Python there): how many times as fast a CPU of the cluster is. Absent without both. */
  readonly core?: number;
  /** S_ray = T₁(Python) / span. */
  readonly inside?: number;
  /** ρ = span / wall. */
  readonly share: Share;
};

export function rayFactors(
  { wall, spans, ray }: FinishedOutcome,
  { local, python }: SerialTimes,
): RayFactors {
  const span = spanOf(spans);
  const python1 = ray?.python1;
  const one = python ?? python1;
  return {
    ...(one === undefined || local === undefined ? {} : { lambda: local / one }),
    ...(python1 === undefined || python === undefined ? {} : { core: python / python1 }),
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
    const { inside } = rayFactors(outcome, {});
    return inside === undefined ? [] : [{ round, inside }];
  });
  const value = found.find(({ round }) => round === typical)?.inside;
  const all = found.map(({ inside }) => inside);
  return value === undefined
    ? undefined
    : { case: planned, value, low: Math.min(...all), high: Math.max(...all) };
}
