import { computesAlike, runsHere, runsInARow } from '../../plan/engines.ts';
import { caseOf, type Case, type PlannedPass } from '../../plan/plan.ts';
import { finishedPasses, wallsOf, type ProfileState } from '../../profile/state.ts';
import { median } from '../../statistics.ts';
import type { Milliseconds } from '../../units.ts';
import { referenceOf } from './comparison.ts';

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
