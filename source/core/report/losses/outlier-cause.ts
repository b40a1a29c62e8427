import { leastPart } from './cause.ts';
import type { CauseCode } from '../figures/cause-code.ts';
import { busyClock, clockFallText } from '../../machine/clock-fall.ts';
import type { Conditions } from '../../machine/conditions.ts';
import { interferences, timeTaken, type Interference } from '../trust/interference.ts';
import { duration } from '../../text/format.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Case } from '../../plan/plan.ts';
import { finishedPasses, type ProfileState } from '../../profile/state.ts';
import { median } from '../../statistics.ts';
import type { Milliseconds, Share } from '../../units.ts';

type Measured = {
  readonly profile: Pick<ProfileState, 'passes'>;
  readonly machine: Machine;
};

export type OutlierCause = { readonly code: CauseCode; readonly text: string };

/** The conditions around a finished pass. */
type Observation = {
  readonly round: number;
  readonly wall: Milliseconds;
  readonly conditions: Conditions;
  /** In MHz. */
  readonly clock: number | undefined;
};

/** Why a pass of a case took longer than its others; undefined if no counter shows it, or if it was faster. */
export function outlierCause(
  { profile, machine }: Measured,
  planned: Pick<Case, 'id' | 'workers'>,
  round: number,
): OutlierCause | undefined {
  const observations = finishedPasses(profile, planned.id).flatMap(
    ({ pass, outcome: { wall }, conditions }): readonly Observation[] => {
      const clock = conditions && busyClock(conditions, planned.workers, machine);
      return conditions ? [{ round: pass.round, wall, conditions, clock }] : [];
    },
  );
  const outlier = observations.find((one) => one.round === round);
  const others = observations.filter((one) => one.round !== round);
  if (!outlier || others.length === 0) {
    return undefined;
  }

  const typical = median(others.map(({ wall }) => wall));
  const delay = outlier.wall - typical;
  return delay > 0
    ? (interferenceCause(outlier, others, delay) ?? clockCause(outlier, others, delay / typical))
    : undefined;
}

/** The largest interference that hit this pass more than the others and could explain its delay. */
function interferenceCause(
  outlier: Observation,
  others: readonly Observation[],
  delay: Milliseconds,
): OutlierCause | undefined {
  const found = (Object.keys(interferences) as Interference[]).flatMap(
    (kind) => excessOf(kind, outlier, others) ?? [],
  );
  const [largest] = found
    .filter(({ excess }) => excess >= leastPart * delay)
    .toSorted((one, other) => other.excess - one.excess);
  return largest && { code: largest.code, text: largest.text };
}

/** CPU time that one kind of interference took beyond its usual rate; undefined if it was not counted. */
function excessOf(
  kind: Interference,
  { conditions }: Observation,
  others: readonly Observation[],
): (OutlierCause & { readonly excess: Milliseconds }) | undefined {
  const time = timeTaken(conditions, kind);
  const usual = others.flatMap((one) => {
    const taken = one.conditions[kind];
    return taken === undefined ? [] : [{ taken, rate: taken / one.conditions.during }];
  });
  if (time === undefined || usual.length === 0) {
    return undefined;
  }

  // A steady load takes more time from a longer pass without being the reason for its length: compare rates.
  const expected = median(usual.map(({ rate }) => rate)) * conditions.during;
  const { code, text } = interferences[kind];
  const taken = duration(median(usual.map((one) => one.taken)));
  return {
    code,
    text: `${text(duration(time))}, ${taken} in the other rounds`,
    excess: time - expected,
  };
}

/** A lower clock than around the others; `delay` is relative to their wall. */
function clockCause(
  { clock: now }: Observation,
  others: readonly Observation[],
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
