import type { FinishedOutcome } from '../../profile/pass.ts';
import { spanOf } from '../../profile/span-times.ts';
import { computesAlike, runsHere, runsInARow } from '../../plan/engines.ts';
import { caseOf, type Case, type PlannedPass } from '../../plan/plan.ts';
import { median } from '../../statistics.ts';
import { referenceOf } from './comparison.ts';
import { typicalRounds } from './typical.ts';
import { finishedPasses, wallsOf, type ProfileState } from '../../profile/state.ts';
import type { Milliseconds, Share } from '../../units.ts';

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

/** How long all tasks take one after another on this machine, in the round of a pass. */
export type SerialTimes = {
  /** Wall of the reference, if that computes in our own language. */
  readonly local?: Milliseconds;
  /** In Python: the wall if that is the reference, else the number of tasks times the median of one. */
  readonly python?: Milliseconds;
};

export function serialTimes(profile: ProfileState, pass: PlannedPass): SerialTimes {
  const planned = caseOf(profile.plan, pass);
  const reference = referenceOf(profile.plan, planned);
  const wall = runsInARow(reference.engine)
    ? wallsOf(profile, reference.id).get(pass.round)
    : undefined;
  if (!computesAlike(reference.engine)) {
    return wall === undefined ? {} : { python: wall };
  }

  const python = pythonHere(profile, planned, pass.round);
  return {
    ...(wall === undefined ? {} : { local: wall }),
    ...(python === undefined ? {} : { python }),
  };
}

function pythonHere(
  profile: ProfileState,
  { workload, size, tasks }: Case,
  round: number,
): Milliseconds | undefined {
  const here = profile.plan.cases.find(
    (one) =>
      runsHere(one.engine) &&
      !computesAlike(one.engine) &&
      one.workload === workload &&
      one.size === size,
  );
  const found = here && finishedPasses(profile, here.id).find(({ pass }) => pass.round === round);
  if (!found || found.outcome.spans.count === 0) {
    return undefined;
  }

  const { start, end } = found.outcome.spans;
  return tasks * median(Array.from(end, (moment, index) => moment - start[index]!));
}

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
