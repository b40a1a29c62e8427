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
  /** For each case on Ray: its speed-up over Python on one CPU of the cluster. */
  readonly inside: readonly Inside[];
  readonly sentence: string;
};

/**
 * @param cpus CPU time that all workers together can get, in CPUs: it bounds the speed-up.
 * @param fast How many of these CPUs are as fast as the one that `local` runs on.
 */
export function verdictOf(profile: ProfileState, cpus: number, fast = Infinity): Verdict {
  const comparisons = comparisonsOf(profile);
  const inside = profile.plan.cases.flatMap((planned) => insideOf(profile, planned) ?? []);
  const endToEnd =
    comparisons.length === 0
      ? [nothingToCompare(profile)]
      : comparisonSentences(profile, comparisons, { cpus, fast });
  const sentence = [...endToEnd, ...inside.map(insideSentence)].join('; ');
  return { comparisons, inside, sentence };
}

/** What the CPUs can give: all of them, and those as fast as the one of `local`. */
type CpuRoom = { readonly cpus: number; readonly fast: number };

/** The winner first, undecided comparisons last. */
function comparisonSentences(
  profile: ProfileState,
  comparisons: readonly Comparison[],
  room: CpuRoom,
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
    ? ordered.map((found, index) => comparisonSentence(found, { winner, index, room }))
    : undecidedSentences(ordered, room);
}

type SentenceContext = {
  readonly winner: Case | undefined;
  /** Position among the sentences. */
  readonly index: number;
  readonly room: CpuRoom;
};

function comparisonSentence(found: Comparison, { winner, index, room }: SentenceContext): string {
  const { value, low, high, outcome, pairs } = found.speedup;
  const [id, over] = [found.case.id, found.over.id];
  switch (outcome) {
    case 'faster': {
      const verb = found.case === winner ? 'wins:' : 'is';
      const most = boundOf(found, ',', room);
      return `${id} ${verb} ${factor(value)} faster than ${over} (${factorRange(low, high)})${most}`;
    }
    case 'slower': {
      const [before, behind] =
        found.over === winner ? [index === 0 ? `${over} wins: ` : '', ''] : ['', ` as ${over}`];
      return `${before}${id} takes ${factor(1 / value)} as long${behind} (${factorRange(1 / high, 1 / low)})`;
    }
    case 'tie':
      return `tie: ${id} is ${factor(value)} as fast as ${over} (${factorRange(low, high)}), no clear difference${boundOf(found, ';', room)}`;
    case 'too-few-repeats':
      return `${speedupText(found, room)}, ${tooFewText(pairs)}`;
  }
}

/** Gives the reason once if all comparisons share it. */
function undecidedSentences(comparisons: readonly Comparison[], room: CpuRoom): readonly string[] {
  const [first, ...others] = new Set(comparisons.map(({ speedup: { pairs } }) => pairs));
  return first !== undefined && others.length === 0
    ? [`${tooFewText(first)}: ${comparisons.map((found) => speedupText(found, room)).join('; ')}`]
    : comparisons.map((found) => `${speedupText(found, room)}, ${tooFewText(found.speedup.pairs)}`);
}

const tooFewText = (pairs: number): string =>
  `too few repeats for a verdict (${pairs} of at least ${fewestRepeats})`;

const speedupText = (found: Comparison, room: CpuRoom): string =>
  `${found.case.id} measured ${factor(found.speedup.value)} against ${found.over.id}${boundOf(found, ',', room)}`;

/** No bound for Ray: its workers compute in another language, so ours say nothing about them. */
const boundOf = ({ case: planned, over }: Comparison, before: string, room: CpuRoom): string =>
  over.workers === 1 && planned.engine !== over.engine && computesAlike(planned.engine)
    ? `${before} of at most ${ceilingText(planned, room)}`
    : '';

/** Leaves out a range whose ends read the same, as for a single pass. */
function insideSentence({ case: { id }, value, low, high }: Inside): string {
  const between = (least: number, most: number) =>
    factor(least) === factor(most) ? '' : ` (${factorRange(least, most)})`;
  return value >= 1
    ? `inside the cluster ${id} is ${factor(value)} faster than Python on one CPU${between(low, high)}`
    : `inside the cluster ${id} takes ${factor(1 / value)} as long as Python on one CPU${between(1 / high, 1 / low)}`;
}

function ceilingText(planned: Pick<Case, 'workers' | 'tasks'>, { cpus, fast }: CpuRoom): string {
  const { workers, tasks } = planned;
  const width = Math.min(workers, cpus);
  const most = ceilingOf(planned, cpus);
  const onCpus = workers > cpus ? ` on ${cpusText(cpus)}` : '';
  const alike = Math.min(workers, cpus) > fast ? ' on cores of one kind' : '';
  const forTasks = most < width ? ` and ${counted(tasks, 'task')}` : '';
  return `${shortDecimal(most)}x with ${counted(workers, 'worker')}${onCpus}${alike}${forTasks}`;
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
