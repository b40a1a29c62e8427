import { computesAlike } from '../../plan/engines.ts';
import { cpusText } from '../../machine/capacity.ts';
import { ceilingOf } from '../../plan/ceiling.ts';
import { comparisonsOf, winnerOf, type Comparison } from './comparison.ts';
import { counted, factor, factorRange, duration, shortDecimal } from '../../text/format.ts';
import type { Case } from '../../plan/plan.ts';
import { insideOf, type Inside } from './ray-factors.ts';
import { fewestRepeats, median } from '../../statistics.ts';
import { wallsOf, type ProfileState } from '../../profile/state.ts';

export type Verdict = {
  readonly comparisons: readonly Comparison[];
  /** Of every case on Ray: against Python on one CPU of the cluster. */
  readonly inside: readonly Inside[];
  /** The same on the screen and in every output. */
  readonly sentence: string;
};

/** @param cpus How many CPUs' time the workers can have: more workers than these cannot give more. */
export function verdictOf(profile: ProfileState, cpus: number): Verdict {
  const comparisons = comparisonsOf(profile);
  const inside = profile.plan.cases.flatMap((planned) => insideOf(profile, planned) ?? []);
  const endToEnd =
    comparisons.length === 0
      ? [nothingToCompare(profile)]
      : comparisonSentences(profile, comparisons, cpus);
  const sentence = [...endToEnd, ...inside.map(insideSentence)].join('; ');
  return { comparisons, inside, sentence };
}

/** Who won first, and what can not be told yet last. */
function comparisonSentences(
  profile: ProfileState,
  comparisons: readonly Comparison[],
  cpus: number,
): readonly string[] {
  const isDecided = ({ speedup: { outcome } }: Comparison) => outcome !== 'too-few-repeats';
  const decided = comparisons.filter(isDecided);
  const winner = winnerOf(profile, decided);
  const isFirst = (found: Comparison) => found.case === winner;
  const ordered = [
    ...decided.filter(isFirst),
    ...decided.filter((found) => !isFirst(found)),
    ...comparisons.filter((found) => !isDecided(found)),
  ];
  return decided.length > 0
    ? ordered.map((found, index) => comparisonSentence(found, { winner, index, cpus }))
    : undecidedSentences(ordered, cpus);
}

type Telling = {
  readonly winner: Case | undefined;
  /** Place among the sentences. */
  readonly index: number;
  readonly cpus: number;
};

function comparisonSentence(found: Comparison, { winner, index, cpus }: Telling): string {
  const { value, low, high, outcome, pairs } = found.speedup;
  const [id, over] = [found.case.id, found.over.id];
  switch (outcome) {
    case 'faster': {
      const verb = found.case === winner ? 'wins:' : 'is';
      const most = boundOf(found, ',', cpus);
      return `${id} ${verb} ${factor(value)} faster than ${over} (${factorRange(low, high)})${most}`;
    }
    case 'slower': {
      const [before, behind] =
        found.over === winner ? [index === 0 ? `${over} wins: ` : '', ''] : ['', ` as ${over}`];
      return `${before}${id} takes ${factor(1 / value)} as long${behind} (${factorRange(1 / high, 1 / low)})`;
    }
    case 'tie':
      return `tie: ${id} is ${factor(value)} as fast as ${over} (${factorRange(low, high)}), no clear difference${boundOf(found, ';', cpus)}`;
    case 'too-few-repeats':
      return `${measured(found, cpus)}, ${tooFew(pairs)}`;
  }
}

/** Why there is no verdict is said once where it is the same of all. */
function undecidedSentences(comparisons: readonly Comparison[], cpus: number): readonly string[] {
  const [first, ...others] = new Set(comparisons.map(({ speedup: { pairs } }) => pairs));
  return first !== undefined && others.length === 0
    ? [`${tooFew(first)}: ${comparisons.map((found) => measured(found, cpus)).join('; ')}`]
    : comparisons.map((found) => `${measured(found, cpus)}, ${tooFew(found.speedup.pairs)}`);
}

const tooFew = (pairs: number): string =>
  `too few repeats for a verdict (${pairs} of at least ${fewestRepeats})`;

const measured = (found: Comparison, cpus: number): string =>
  `${found.case.id} measured ${factor(found.speedup.value)} against ${found.over.id}${boundOf(found, ',', cpus)}`;

/** What Ray's workers could give is not told by ours: they compute in another language. */
const boundOf = ({ case: planned, over }: Comparison, before: string, cpus: number): string =>
  over.workers === 1 && planned.engine !== over.engine && computesAlike(planned.engine)
    ? `${before} of at most ${ceilingText(planned, cpus)}`
    : '';

/** A range whose ends read alike, as that of a single pass, would tell nothing. */
function insideSentence({ case: { id }, value, low, high }: Inside): string {
  const between = (least: number, most: number) =>
    factor(least) === factor(most) ? '' : ` (${factorRange(least, most)})`;
  return value >= 1
    ? `inside the cluster ${id} is ${factor(value)} faster than Python on one CPU${between(low, high)}`
    : `inside the cluster ${id} takes ${factor(1 / value)} as long as Python on one CPU${between(1 / high, 1 / low)}`;
}

function ceilingText(planned: Pick<Case, 'workers' | 'tasks'>, cpus: number): string {
  const { workers, tasks } = planned;
  const width = Math.min(workers, cpus);
  const most = ceilingOf(planned, cpus);
  const onCpus = workers > cpus ? ` on ${cpusText(cpus)}` : '';
  const forTasks = most < width ? ` and ${counted(tasks, 'task')}` : '';
  return `${shortDecimal(most)}x with ${counted(workers, 'worker')}${onCpus}${forTasks}`;
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
