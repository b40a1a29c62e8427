import { isReference } from '../../plan/engines.ts';
import type { Case, Plan } from '../../plan/plan.ts';
import { speedup, type Speedup } from './speedup.ts';
import { wallsOf, type ProfileState } from '../../profile/state.ts';

/** A case against the one that all are compared with. */
export type Comparison = { readonly case: Case; readonly over: Case; readonly speedup: Speedup };

/** The case that does all tasks in a row, where the plan has one. */
export const serialOf = (plan: Plan): Case | undefined =>
  plan.cases.find(({ engine }) => isReference(engine));

/** What the others are compared with: `local` where it is in the plan, else the first case. */
export const referenceOf = (plan: Plan): Case | undefined => serialOf(plan) ?? plan.cases[0];

/** Every case but the reference against that, as far as they finished in the same rounds. */
export function comparisonsOf(profile: ProfileState): readonly Comparison[] {
  const over = referenceOf(profile.plan);
  if (!over) {
    return [];
  }

  return profile.plan.cases.flatMap((planned) => {
    const found =
      planned === over
        ? undefined
        : speedup(wallsOf(profile, over.id), wallsOf(profile, planned.id));
    return found ? [{ case: planned, over, speedup: found }] : [];
  });
}

/**
 * The case that is first without a doubt: the fastest, where it also beats every other that beats the reference; the
 * reference, where it beats all.
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
