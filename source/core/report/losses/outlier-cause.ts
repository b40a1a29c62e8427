import { leastPart } from './cause.ts';
import type { CauseCode } from '../figures/cause-code.ts';
import { busyClock, clockFallText } from '../../machine/clock-fall.ts';
import type { Conditions } from '../../machine/conditions.ts';
import { disturbances, toldOf, type Disturbance } from '../trust/disturbance.ts';
import { duration } from '../../text/format.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Case } from '../../plan/plan.ts';
import type { ProfileState } from '../../profile/state.ts';
import { median } from '../../statistics.ts';
import type { Milliseconds, Share } from '../../units.ts';

export type OutlierCause = { readonly code: CauseCode; readonly text: string };

/** A finished pass and what went on around it. */
type Seen = {
  readonly round: number;
  readonly wall: Milliseconds;
  readonly conditions: Conditions;
  /** In MHz. */
  readonly clock: number | undefined;
};

/** Why a pass of a case took longer than its others; undefined where no counter shows it, or where it was faster. */
export function outlierCause(
  { passes }: Pick<ProfileState, 'passes'>,
  { id, workers }: Pick<Case, 'id' | 'workers'>,
  round: number,
  machine: Machine,
): OutlierCause | undefined {
  const seen = passes.flatMap(({ pass, outcome, conditions }): readonly Seen[] =>
    pass.case === id && outcome.status === 'finished' && conditions
      ? [
          {
            round: pass.round,
            wall: outcome.wall,
            conditions,
            clock: busyClock(conditions, workers, machine),
          },
        ]
      : [],
  );
  const outlier = seen.find((one) => one.round === round);
  const others = seen.filter((one) => one.round !== round);
  if (!outlier || others.length === 0) {
    return undefined;
  }

  const typical = median(others.map(({ wall }) => wall));
  const delay = outlier.wall - typical;
  return delay > 0
    ? (takenAway(outlier, others, delay) ?? slowed(outlier, others, delay / typical))
    : undefined;
}

/** CPU time that was taken from it and not from the others, of those things that could make up for its delay the largest. */
function takenAway(
  { conditions }: Seen,
  others: readonly Seen[],
  delay: Milliseconds,
): OutlierCause | undefined {
  const found = (Object.keys(disturbances) as Disturbance[]).flatMap((kind) => {
    const time = toldOf(conditions, kind);
    const usual = others.flatMap((one) => {
      const taken = one.conditions[kind];
      return taken === undefined ? [] : [{ taken, rate: taken / one.conditions.during }];
    });
    if (time === undefined || usual.length === 0) {
      return [];
    }

    // What always runs beside them takes more from a longer pass: that makes none longer than the others.
    const excess = time - median(usual.map(({ rate }) => rate)) * conditions.during;
    const { code, text } = disturbances[kind];
    const taken = duration(median(usual.map((one) => one.taken)));
    const said = `${text(duration(time))}, ${taken} in the other rounds`;
    return excess >= leastPart * delay ? [{ code, text: said, excess }] : [];
  });
  const [largest] = found.toSorted((one, other) => other.excess - one.excess);
  return largest && { code: largest.code, text: largest.text };
}

/** A clock that was lower than around the others; `delay` is a part of their wall. */
function slowed(
  { clock: now }: Seen,
  others: readonly Seen[],
  delay: Share,
): OutlierCause | undefined {
  const clocks = others.flatMap(({ clock }) => clock ?? []);
  if (now === undefined || clocks.length === 0) {
    return undefined;
  }

  const usual = median(clocks);
  const text = clockFallText(usual, now);
  return text === undefined || usual / now - 1 < leastPart * delay
    ? undefined
    : { code: 'clock-fell', text };
}
