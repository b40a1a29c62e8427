import { computesAlike, runsInARow } from '../../plan/engines.ts';
import type { Case, Plan } from '../../plan/plan.ts';
import { speedup, type Speedup } from './speedup.ts';
import { wallsOf, type ProfileState } from '../../profile/state.ts';

/** A case against its reference. */
export type Comparison = { readonly case: Case; readonly over: Case; readonly speedup: Speedup };

/** Whether a speed-up over the reference is one of the number of workers. */
export const scalesWithWorkers = ({
  case: { engine },
  over,
}: {
  readonly case: Pick<Case, 'engine'>;
  readonly over: Pick<Case, 'engine' | 'workers'>;
}): boolean => computesAlike(engine) && computesAlike(over.engine) && over.workers === 1;

/**
 * The reference of a case, among those with the same workload and size: the first that runs in a row, in our own language
 * if there is one, or else simply the first.
 */
export function referenceOf({ cases }: Pick<Plan, 'cases'>, { workload, size }: Case): Case {
  const alike = cases.filter((one) => one.workload === workload && one.size === size);
  const inARow = alike.filter(({ engine }) => runsInARow(engine));
  return (inARow.find(({ engine }) => computesAlike(engine)) ?? inARow[0] ?? alike[0])!;
}

/** Every case against its reference, over the rounds in which both finished. */
export function comparisonsOf(
  profile: Pick<ProfileState, 'plan' | 'passes'>,
): readonly Comparison[] {
  return profile.plan.cases.flatMap((planned) => {
    const over = referenceOf(profile.plan, planned);
    const found =
      planned === over
        ? undefined
        : speedup(wallsOf(profile, over.id), wallsOf(profile, planned.id));
    return found ? [{ case: planned, over, speedup: found }] : [];
  });
}

/**
 * The clear winner: the fastest case if it also beats every other case that beats the reference, or the reference if it
 * beats all. Undefined if there is none.
 */
export function winnerOf(
  profile: ProfileState,
  comparisons: readonly Comparison[],
): Case | undefined {
  const faster = comparisons.filter(({ speedup: { outcome } }) => outcome === 'faster');
  const [best, ...others] = faster.toSorted(
    (one, other) => other.speedup.value - one.speedup.value,
  );
  if (best) {
    return others.every((other) => beats(profile, best, other)) ? best.case : undefined;
  }

  return comparisons.every(({ speedup: { outcome } }) => outcome === 'slower')
    ? comparisons[0]?.over
    : undefined;
}

const beats = (profile: ProfileState, one: Comparison, other: Comparison): boolean =>
  speedup(wallsOf(profile, other.case.id), wallsOf(profile, one.case.id))?.outcome === 'faster';
