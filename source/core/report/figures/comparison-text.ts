import type { Case } from '../../plan/plan.ts';
import { wallsOf, type ProfileState } from '../../profile/state.ts';
import { fewestRounds } from '../../statistics.ts';
import { counted, durationsAlike, percent } from '../../text/format.ts';
import { speedBetween, speedRange, speedText } from '../../text/speed.ts';
import type { Milliseconds } from '../../units.ts';
import type { Comparison } from './comparison.ts';
import { makesFactor, type Speedup } from './speedup.ts';

/** A case against its reference, of a profile or of a report. */
export type Compared = {
  readonly case: Pick<Case, 'id' | 'engine' | 'workers' | 'tasks'>;
  readonly over: Pick<Case, 'id' | 'engine' | 'workers' | 'tasks'>;
  readonly speedup: Omit<Speedup, 'round'>;
  /** Of the typical round. */
  readonly walls: Readonly<Record<'case' | 'over', Milliseconds>>;
};

export function comparedOf(
  profile: Pick<ProfileState, 'passes'>,
  { case: planned, over, speedup }: Comparison,
): Compared {
  const wall = (id: string): Milliseconds => wallsOf(profile, id).get(speedup.round) ?? Number.NaN;
  return {
    case: planned,
    over,
    speedup,
    walls: { case: wall(planned.id), over: wall(over.id) },
  };
}

/** An outcome in words, for two rows. */
export type OutcomeText = {
  /** "1.73 times as fast". */
  readonly first: string;
  /** The same with its reference: "1.73 times as fast as local". */
  readonly against: string;
  /** How sure that is: "94 % sure: 1.65 to 1.95". */
  readonly second: string;
};

export function outcomeText(found: Compared): OutcomeText {
  const { over, speedup } = found;
  const { value, outcome } = speedup;
  const speed = speedText(value);
  switch (outcome) {
    case 'faster':
    case 'slower':
      return {
        first: speed,
        against: againstText(value, over.id),
        second: `${sureText(speedup)}: ${rangeText(speedup)}`,
      };
    case 'same':
      return {
        first: 'the same, within 5 %',
        against: `the same as ${over.id}, within 5 %`,
        second: `${sureText(speedup)}: ${rangeText(speedup)}`,
      };
    case 'undecided':
      return {
        first: 'cannot tell',
        against: `cannot tell against ${over.id}`,
        second: `${sureText(speedup)}: ${rangeText(speedup)}`,
      };
    case 'too-few-rounds':
      return soFarText(found);
  }
}

/** A single round is two walls and no factor. */
function soFarText(found: Compared): OutcomeText {
  const { over, speedup } = found;
  const { value, pairs } = speedup;
  if (!makesFactor(speedup)) {
    const walls = wallTexts(found).join(' against ');
    return {
      first: walls,
      against: `${walls} of ${over.id}`,
      second: oneRound,
    };
  }

  return {
    first: `${speedText(value)} so far`,
    against: `${againstText(value, over.id)} so far`,
    second: tooFewText(pairs),
  };
}

const oneRound = 'one round says nothing about chance';

export const chanceText = (pairs: number): string =>
  `${counted(pairs, 'round')} cannot rule out chance`;

function tooFewText(pairs: number): string {
  const more = fewestRounds - pairs;
  return `${chanceText(pairs)}, ${more} more ${more === 1 ? 'makes' : 'make'} a verdict`;
}

/** In one unit: of the case, and of its reference. */
export const wallTexts = ({ walls }: Compared): readonly string[] =>
  durationsAlike([walls.case, walls.over]);

/** "94 % sure". */
export const sureText = ({ coverage = 0 }: Compared['speedup']): string =>
  `${percent(coverage)} sure`;

/** The interval: "1.65 to 1.95"; where nothing was shown "between 7 % slower and 12 % faster". */
export function rangeText({ value, low, high, outcome }: Compared['speedup']): string {
  if (outcome === 'same' || outcome === 'undecided') {
    return speedBetween(low, high);
  }

  const range = speedRange(low, high);
  const isBare = !/%|times|fast/.test(range);
  return isBare && speedText(value).includes('%') ? `${range} times as fast` : range;
}

/** "1.73 times as fast as local", "12 % faster than local". */
export function againstText(speedup: number, over: string): string {
  const text = speedText(speedup);
  return text.includes('%') ? `${text} than ${over}` : `${text} as ${over}`;
}

/** The result of an earlier run: "8.5 times as fast" and "8.4 to 8.6", where that is known. */
export function briefTexts({
  value,
  low,
  high,
  outcome,
}: Pick<Speedup, 'value' | 'low' | 'high' | 'outcome'>): readonly [speed: string, range?: string] {
  const range = speedRange(low, high);
  switch (outcome) {
    case 'faster':
    case 'slower':
      return [speedText(value), range];
    case 'same':
      return ['the same', range];
    case 'undecided':
      return ['cannot tell', range];
    case 'too-few-rounds':
      return [`${speedText(value)} so far`];
  }
}
