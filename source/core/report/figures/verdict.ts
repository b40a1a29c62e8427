import { wallsOf, type ProfileState } from '../../profile/state.ts';
import { duration, ratio, shortDecimal } from '../../text/format.ts';
import { speedRange, speedText } from '../../text/speed.ts';
import { comparisonsOf, winnerOf, type Comparison } from './comparison.ts';
import {
  againstText,
  comparedOf,
  oneRound,
  rangeText,
  sureText,
  tooFewText,
  wallTexts,
  type Compared,
} from './comparison-text.ts';
import { beyondText, isBeyond, limitOf, type CpuRoom, type Limit } from './limit.ts';
import { insideOf, type Inside } from './ray-factors.ts';
import { makesFactor } from './speedup.ts';
import { typicalRounds } from './typical.ts';

export type Verdict = {
  readonly comparisons: readonly Comparison[];
  /** For each case on Ray: its speed-up over Python on one CPU of the cluster. */
  readonly inside: readonly Inside[];
  readonly sentence: string;
};

export function verdictOf(profile: ProfileState, room: CpuRoom): Verdict {
  const comparisons = comparisonsOf(profile);
  const inside = profile.plan.cases.flatMap((planned) => insideOf(profile, planned) ?? []);
  const endToEnd =
    comparisons.length === 0
      ? [nothingToCompare(profile)]
      : comparisonSentences(profile, comparisons, room);
  const sentence = [...endToEnd, ...inside.map(insideSentence)].join('; ');
  return { comparisons, inside, sentence };
}

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
  const claims = ordered.map((found) => claimOf(comparedOf(profile, found), room));
  const reasons = ordered.map(reasonOf);
  return decided.length === 0 && new Set(reasons).size === 1
    ? [`${claims.join('; ')}${reasons[0]}`]
    : claims.map((claim, index) => `${claim}${reasons[index]}`);
}

function claimOf(compared: Compared, room: CpuRoom): string {
  const { outcome, value } = compared.speedup;
  const [{ id, workers }, over] = [compared.case, compared.over.id];
  const limit = limitOf(compared, room);
  const details = detailsOf(compared, limit);
  switch (outcome) {
    case 'faster':
    case 'slower': {
      const beyond = isBeyond(value, limit) ? `, ${beyondText(workers).join(': ')}` : '';
      return `${id} is ${againstText(value, over)}${details}${beyond}`;
    }
    case 'same':
      return `${id} is as fast as ${over}, within 5 %${details}`;
    case 'undecided':
      return `cannot tell whether ${id} is faster than ${over}${details}`;
    case 'too-few-rounds':
      return makesFactor(compared.speedup)
        ? `${id} is ${againstText(value, over)} so far${details}`
        : `${id} took ${wallTexts(compared).join(`, ${over} `)}`;
  }
}

/** Why there is no verdict; '' if there is one. */
function reasonOf({ speedup }: Comparison): string {
  if (speedup.outcome !== 'too-few-rounds') {
    return '';
  }

  return `: ${makesFactor(speedup) ? tooFewText(speedup.pairs) : oneRound}`;
}

/** " (1.65 to 1.95, 94 % sure; limit 2)". Who loses needs no limit. */
function detailsOf({ speedup }: Compared, limit: Limit | undefined): string {
  const { outcome } = speedup;
  const known =
    outcome === 'too-few-rounds' ? [] : [`${shortRange(speedup)}, ${sureText(speedup)}`];
  const most = limit && outcome !== 'slower' ? [limitText(limit)] : [];
  const details = [...known, ...most].join('; ');
  return details === '' ? '' : ` (${details})`;
}

/** The claim before it says already in which direction it goes. */
function shortRange(speedup: Compared['speedup']): string {
  const range = rangeText(speedup);
  return speedText(speedup.value).includes('%') ? range : range.replace(/ times as slow$/, '');
}

const limitText = ({ times, reason }: Limit): string =>
  `limit ${shortDecimal(times)}${reason === undefined ? '' : `, ${reason}`}`;

/** Leaves out a range whose ends read the same, as for a single pass. */
function insideSentence({ case: { id }, value, low, high }: Inside): string {
  const range = ratio(low) === ratio(high) ? '' : ` (${speedRange(low, high)})`;
  return `inside the cluster ${id} is ${againstText(value, 'Python on one CPU')}${range}`;
}

function nothingToCompare(profile: ProfileState): string {
  const finished = profile.plan.cases.flatMap(({ id }) => {
    const wall = wallsOf(profile, id).get(typicalRounds(profile).get(id) ?? Number.NaN);
    return wall === undefined ? [] : [`${id} took ${duration(wall)}`];
  });
  return finished.length === 0
    ? 'no verdict: no round finished'
    : `no verdict: ${finished.join(', ')}, and nothing else finished to compare with`;
}
