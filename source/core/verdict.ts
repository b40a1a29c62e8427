import { ceilingOf } from './ceiling.ts';
import { factor, factorRange, duration } from './format.ts';
import type { Case, Plan } from './plan.ts';
import { speedup, type Speedup } from './speedup.ts';
import { fewestRepeats, median } from './statistics.ts';
import { wallsOf, type ProfileState } from './state.ts';

export type Comparison = { readonly case: Case; readonly over: Case; readonly speedup: Speedup };

export type Verdict = {
  readonly comparisons: readonly Comparison[];
  /** The same on the screen and in every output. */
  readonly sentence: string;
};

/** What the others are compared with: `local` where it is in the plan, else the first case. */
export const referenceOf = (plan: Plan): Case | undefined =>
  plan.cases.find(({ engine }) => engine === 'local') ?? plan.cases[0];

/** @param cpus Usable CPUs: more workers than these cannot give more. */
export function verdictOf(profile: ProfileState, cpus: number): Verdict {
  const comparisons = comparisonsOf(profile);
  const sentence =
    comparisons.length === 0
      ? nothingToCompare(profile)
      : comparisons.map((comparison) => comparisonSentence(comparison, cpus)).join('; ');
  return { comparisons, sentence };
}

function comparisonsOf(profile: ProfileState): readonly Comparison[] {
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

function comparisonSentence(
  { case: { id, ...planned }, over, speedup: found }: Comparison,
  cpus: number,
) {
  const { value, low, high } = found;
  const bound = (before: string) =>
    over.workers === 1 && planned.engine !== over.engine
      ? `${before} of at most ${ceilingText(planned, cpus)}`
      : '';
  switch (found.outcome) {
    case 'faster':
      return `${id} wins: ${factor(value)} faster than ${over.id} (${factorRange(low, high)})${bound(',')}`;
    case 'slower':
      return `${over.id} wins: ${id} takes ${factor(1 / value)} as long (${factorRange(1 / high, 1 / low)})`;
    case 'tie':
      return `tie: ${id} is ${factor(value)} as fast as ${over.id} (${factorRange(low, high)}), no clear difference${bound(';')}`;
    case 'too-few-repeats':
      return `too few repeats for a verdict (${found.pairs} of at least ${fewestRepeats}): ${id} measured ${factor(value)} against ${over.id}${bound(',')}`;
  }
}

function ceilingText(planned: Pick<Case, 'workers' | 'tasks'>, cpus: number): string {
  const { workers, tasks } = planned;
  const width = Math.min(workers, cpus);
  const most = ceilingOf(planned, cpus);
  const who = workers === 1 ? '1 worker' : `${workers} workers`;
  const onCpus = workers > cpus ? ` on ${cpus} ${cpus === 1 ? 'CPU' : 'CPUs'}` : '';
  const forTasks = most < width ? ` and ${tasks === 1 ? '1 task' : `${tasks} tasks`}` : '';
  return `${Number(most.toFixed(2))}x with ${who}${onCpus}${forTasks}`;
}

function nothingToCompare(profile: ProfileState): string {
  const finished = profile.plan.cases.flatMap(({ id }) => {
    const walls = [...wallsOf(profile, id).values()];
    return walls.length > 0 ? [`${id} took ${duration(median(walls))}`] : [];
  });
  return finished.length === 0
    ? 'no verdict: no pass finished'
    : `no verdict: ${finished.join(', ')}, and nothing finished beside it to compare with`;
}
