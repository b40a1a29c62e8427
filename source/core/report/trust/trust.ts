import { runsHere } from '../../plan/engines.ts';
import { busyClock } from '../../machine/clock-fall.ts';
import type { Conditions } from '../../machine/conditions.ts';
import { timeTaken } from './interference.ts';
import type { ReportPass } from '../figures/report-pass.ts';
import type { Machine } from '../../machine/machine.ts';
import type { MeasuredTimes, ReportCase } from '../figures/report-case.ts';
import type { HeldUp, State } from '../../profile/state.ts';
import { median, spreadOf } from '../../statistics.ts';
import {
  clockLine,
  drawingLines,
  governorLine,
  otherLoadLine,
  quotaLine,
  screenLine,
  spreadLine,
  stealLine,
  temperatureLine,
  throttlingLine,
  type ClockOfCase,
  type TrustLine,
} from './trust-lines.ts';
import type { Share } from '../../units.ts';

/** How far a run started now could be trusted. */
export function trustBefore({ machine, otherLoad }: State): readonly TrustLine[] {
  return [
    otherLoadLine(otherLoad?.others),
    stealLine(otherLoad?.stolen),
    // A machine that is not detected yet may have a quota.
    ...(machine ? [quotaLine(machine.usable)] : []),
    governorLine(machine?.governor),
  ];
}

export type TrustFacts = {
  readonly machine: Machine;
  readonly cases: readonly TrustCase[];
  readonly passes: readonly TrustPass[];
  readonly cost?: Cost;
};

type TrustCase = Pick<ReportCase, 'id' | 'engine' | 'workers'> &
  (Pick<MeasuredTimes, 'median' | 'low' | 'high'> | { readonly median?: undefined });

type TrustPass = Pick<ReportPass, 'case' | 'status' | 'conditions'>;

/** The finished passes of a case; of all cases if none is named. */
const finishedIn = (passes: readonly TrustPass[], caseId?: string): readonly TrustPass[] =>
  passes.filter(
    (pass) => pass.status === 'finished' && (caseId === undefined || pass.case === caseId),
  );

/** CPU time that the screen took, and how long it waited for its terminal. */
export type Cost = {
  /** Share of one CPU that drawing took while passes were timed. Absent if the system does not report CPU time. */
  readonly screen?: Share;
  readonly heldUp?: HeldUp;
};

/** How far the numbers of a run can be trusted; empty if no conditions were sampled. */
export function trustAfter(facts: TrustFacts): readonly TrustLine[] {
  const { machine, cost } = facts;
  if (!facts.passes.some(({ conditions }) => conditions)) {
    return [];
  }

  const { count, affinity } = machine.usable;
  const ofCapacity = (part: 'others' | 'stolen') =>
    worstCase(facts, (conditions) =>
      shareOf(timeTaken(conditions, part), conditions.during * affinity),
    );
  const [others, stolen] = [ofCapacity('others'), ofCapacity('stolen')];
  const throttled = worstCase(facts, (conditions) =>
    shareOf(conditions.throttled, conditions.during * count),
  );
  const why = (part: 'others' | 'stolen') =>
    finishedIn(facts.passes).some(({ conditions }) => conditions?.[part] !== undefined)
      ? 'the rounds are too short for the kernel to measure it'
      : undefined;
  return [
    otherLoadLine(others?.value, others?.id, why('others')),
    stealLine(stolen?.value, stolen?.id, why('stolen')),
    throttlingLine(throttled?.value, machine.usable, throttled?.id),
    governorLine(machine.governor),
    clockOfRun(facts),
    temperatureLine(hottest(facts)),
    spreadLine(widestSpread(facts)),
    ...(cost?.screen === undefined ? [] : [screenLine(cost.screen)]),
    ...drawingLines(cost?.heldUp?.total ?? 0),
  ];
}

export const shareOf = (part: number | undefined, whole: number): Share | undefined =>
  part === undefined || whole <= 0 ? undefined : Math.min(1, part / whole);

type OfCase = { readonly id: string; readonly value: number };

/** For each case that has this value: the median over its passes, as for its wall. */
const typicalOf = (
  facts: TrustFacts,
  part: (conditions: Conditions) => number | undefined,
): readonly OfCase[] =>
  facts.cases.flatMap(({ id }) => {
    const values = finishedIn(facts.passes, id).flatMap(
      ({ conditions }) => (conditions && part(conditions)) ?? [],
    );
    return values.length > 0 ? [{ id, value: median(values) }] : [];
  });

const worstCase = (
  facts: TrustFacts,
  part: (conditions: Conditions) => number | undefined,
): OfCase | undefined => highestOf(typicalOf(facts, part));

const highestOf = (cases: readonly OfCase[]): OfCase | undefined =>
  cases.toSorted((one, other) => other.value - one.value)[0];

/** Only for cases on this machine: Ray's run elsewhere. */
function clockOfRun(facts: TrustFacts): TrustLine {
  const { machine, cases } = facts;
  const clocks = cases
    .filter(({ engine }) => runsHere(engine))
    .toSorted((one, other) => one.workers - other.workers)
    .flatMap(({ id, workers }): readonly ClockOfCase[] => {
      const values = finishedIn(facts.passes, id).flatMap(
        ({ conditions }) => (conditions && busyClock(conditions, workers, machine)) ?? [],
      );
      return values.length > 0 ? [{ id, megahertz: median(values) }] : [];
    });
  const slowest = clocks.toSorted((one, other) => one.megahertz - other.megahertz)[0];
  return clockLine(clocks[0], slowest, !machine.governor && isConstantClock(conditionsIn(facts)));
}

const conditionsIn = ({ passes }: TrustFacts): readonly Conditions[] =>
  finishedIn(passes).flatMap(({ conditions }) => conditions ?? []);

/** Whether every reading is the same, which no measurement is. */
export const isConstantClock = (samples: readonly Conditions[]): boolean =>
  new Set(samples.flatMap(({ clock }) => (clock ? [clock.mean, clock.highest] : []))).size === 1;

function hottest(facts: TrustFacts): number | undefined {
  const values = conditionsIn(facts).flatMap(({ temperature }) => temperature ?? []);
  return values.length > 0 ? Math.max(...values) : undefined;
}

function widestSpread(facts: TrustFacts) {
  const spreads = facts.cases.flatMap((found) =>
    found.median && finishedIn(facts.passes, found.id).length > 1
      ? [{ id: found.id, value: spreadOf(found.median, found) }]
      : [],
  );
  const widest = highestOf(spreads);
  return widest && { id: widest.id, spread: widest.value };
}
