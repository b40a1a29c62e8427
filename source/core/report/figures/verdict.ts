import { wallsOf, type ProfileState } from '../../profile/state.ts';
import { duration, ratio, shortDecimal } from '../../text/format.ts';
import { speedRange, speedRangeAgainst, speedText } from '../../text/speed.ts';
import { comparisonsOf, winnerOf, type Comparison } from './comparison.ts';
import {
  againstText,
  chanceText,
  comparedOf,
  rangeText,
  sureText,
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

/** Of a comparison of `local` and `pool` the sentence is one line: 80 columns less a label of nine. */
const longestClaim = 71;

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
  const reasons = claims.map(({ reason }) => reason);
  return decided.length === 0 && new Set(reasons).size === 1
    ? [`${claims.map(({ text }) => text).join('; ')}${reasons[0]}`]
    : claims.map(({ text, reason }) => `${text}${reason}`);
}

type Claim = {
  readonly text: string;
  /** Why there is no verdict; '' if there is one. */
  readonly reason: string;
};

function claimOf(compared: Compared, room: CpuRoom): Claim {
  const { speedup, case: planned } = compared;
  const limit = limitOf(compared, room);
  const decided = isBeyond(speedup, limit)
    ? `${speedClaim(compared)}, ${beyondText(planned.workers)}`
    : decidedClaim(compared, limit);
  return decided === undefined ? soFarClaim(compared) : { text: decided, reason: '' };
}

function decidedClaim(compared: Compared, limit: Limit | undefined): string | undefined {
  const { speedup, case: planned, over } = compared;
  const sure = sureText(speedup);
  switch (speedup.outcome) {
    case 'faster':
      return fasterClaim(compared, limit);
    case 'slower':
      return `${speedClaim(compared)} (${shortRange(speedup)}, ${sure})`;
    case 'same':
      return `${planned.id} is as fast as ${over.id}, within 5 % (${sure})`;
    case 'undecided':
      return `cannot tell: ${planned.id} is ${speedRangeAgainst(speedup.low, speedup.high, over.id)} (${sure})`;
    case 'too-few-rounds':
      return undefined;
  }
}

/** "pool is 1.73 times as fast as local". */
const speedClaim = ({ case: { id }, over, speedup: { value } }: Compared): string =>
  `${id} is ${againstText(value, over.id)}`;

/** "pool is 1.73 times as fast as local (1.65 to 1.95, 94 % sure; limit 2)". The limit gives way where it is too long. */
function fasterClaim(compared: Compared, limit: Limit | undefined): string {
  const claim = `${speedClaim(compared)} (${shortRange(compared.speedup)}, ${sureText(compared.speedup)}`;
  const whole = limit ? `${claim}; limit ${shortDecimal(limit.times)})` : `${claim})`;
  return whole.length <= longestClaim ? whole : `${claim})`;
}

/** A single round is two walls and no factor. */
function soFarClaim(compared: Compared): Claim {
  const { case: planned, over, speedup } = compared;
  const { value, pairs } = speedup;
  return makesFactor(speedup)
    ? { text: `${planned.id} is ${speedText(value)} so far`, reason: `: ${chanceText(pairs)}` }
    : {
        text: `${planned.id} took ${wallTexts(compared).join(`, ${over.id} `)}`,
        reason: ': one round makes no verdict',
      };
}

/** The claim before it says already in which direction it goes. */
function shortRange(speedup: Compared['speedup']): string {
  const range = rangeText(speedup);
  return speedText(speedup.value).includes('%') ? range : range.replace(/ times as slow$/, '');
}

/** Leaves out a range whose ends read the same, as for a single pass. */
function insideSentence({ case: { id }, value, low, high }: Inside): string {
  const range = ratio(low) === ratio(high) ? '' : ` (${speedRange(low, high)})`;
  return `inside the cluster ${id} is ${againstText(value, 'Python on one CPU')}${range}`;
}

function nothingToCompare(profile: ProfileState): string {
  const [first, ...others] = profile.plan.cases.flatMap(({ id }) => {
    const wall = wallsOf(profile, id).get(typicalRounds(profile).get(id) ?? Number.NaN);
    return wall === undefined ? [] : [{ id, took: duration(wall) }];
  });
  if (!first) {
    return 'no verdict: no round finished';
  }

  const rest = others.map(({ id, took }) => `, ${id} ${took}`).join('');
  const why = others.length > 0 ? '; no shared round' : ', and nothing else finished';
  return `no verdict: ${first.id} took ${first.took}${rest}${why}`;
}
