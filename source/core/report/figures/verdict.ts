import { cpusText } from '../../machine/capacity.ts';
import { ceilingOf } from '../../plan/ceiling.ts';
import type { Milliseconds } from '../../units.ts';
import { comparisonsOf, winnerOf, type Comparison } from './comparison.ts';
import { counted, factor, factorRange, duration, shortDecimal } from '../../text/format.ts';
import { exceeded, mostOf } from './scores.ts';
import { typicalRounds } from './typical.ts';
import type { Case } from '../../plan/plan.ts';
import { insideOf, type Inside } from './ray-factors.ts';
import { makesFactor } from './speedup.ts';
import { fewestRounds } from '../../statistics.ts';
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
  const isDecided = ({ speedup: { outcome } }: Comparison) => outcome !== 'too-few-rounds';
  const decided = comparisons.filter(isDecided);
  const winner = winnerOf(profile, decided);
  const isFirst = (found: Comparison) => found.case === winner;
  const ordered = [
    ...decided.filter(isFirst),
    ...decided.filter((found) => !isFirst(found)),
    ...comparisons.filter((found) => !isDecided(found)),
  ];
  return decided.length > 0
    ? ordered.map((found, index) => comparisonSentence(found, { profile, winner, index, room }))
    : undecidedSentences(ordered, { profile, room });
}

type Known = { readonly profile: ProfileState; readonly room: CpuRoom };

type SentenceContext = Known & {
  readonly winner: Case | undefined;
  /** Position among the sentences. */
  readonly index: number;
};

function comparisonSentence(found: Comparison, context: SentenceContext): string {
  const { winner, index, room } = context;
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
    case 'same':
      return `${id} is as fast as ${over}, within 5 % (${factorRange(low, high)})${boundOf(found, ';', room)}`;
    case 'undecided':
      return `cannot tell whether ${id} is faster than ${over} (${factorRange(low, high)})${boundOf(found, ';', room)}`;
    case 'too-few-rounds':
      return `${measuredText(found, context)}, ${tooFewText(pairs)}`;
  }
}

/** Gives the reason once if all comparisons share it. */
function undecidedSentences(comparisons: readonly Comparison[], known: Known): readonly string[] {
  const [first, ...others] = new Set(comparisons.map(({ speedup: { pairs } }) => pairs));
  const texts = comparisons.map((found) => measuredText(found, known));
  return first !== undefined && others.length === 0
    ? [`${tooFewText(first)}: ${texts.join('; ')}`]
    : comparisons.map(({ speedup: { pairs } }, index) => `${texts[index]}, ${tooFewText(pairs)}`);
}

const tooFewText = (pairs: number): string =>
  `too few rounds for a verdict (${pairs} of at least ${fewestRounds})`;

/** The factor so far; of a single round both walls. */
function measuredText(found: Comparison, { profile, room }: Known): string {
  const { case: planned, over, speedup } = found;
  const wall = ({ id }: Case): Milliseconds =>
    wallsOf(profile, id).get(speedup.round) ?? Number.NaN;
  return makesFactor(speedup)
    ? `${planned.id} measured ${factor(speedup.value)} against ${over.id}${boundOf(found, ',', room)}`
    : `${planned.id} took ${duration(wall(planned))}, ${over.id} ${duration(wall(over))}`;
}

/** No bound for Ray: its workers compute in another language, so ours say nothing about them. */
function boundOf(found: Comparison, before: string, room: CpuRoom): string {
  const most = mostOf(found, room.cpus);
  const text = ceilingText(found.case, room);
  if (most === undefined) {
    return '';
  }

  return exceeded(found.speedup.value, most) === undefined
    ? `${before} of at most ${text}`
    : `${before} more than the most possible, ${text}`;
}

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
    const wall = wallsOf(profile, id).get(typicalRounds(profile).get(id) ?? Number.NaN);
    return wall === undefined ? [] : [`${id} took ${duration(wall)}`];
  });
  return finished.length === 0
    ? 'no verdict: no pass finished'
    : `no verdict: ${finished.join(', ')}, and nothing finished beside it to compare with`;
}
