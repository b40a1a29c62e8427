import type { Conditions } from '../../machine/conditions.ts';
import type { State } from '../../profile/state.ts';
import { isConstantClock, shareOf, trustBefore } from './trust.ts';
import { clockLine, temperatureLine, throttlingLine, type TrustLine } from './trust-lines.ts';

/** How far a run started now could be trusted, with what was sampled just before. */
export const trustHere = (state: State, samples: readonly Conditions[]): readonly TrustLine[] => [
  ...trustBefore(state).map((line) =>
    line.name === 'throttling' ? (throttlingNow(state, samples) ?? line) : line,
  ),
  clockNow(state, samples),
  temperatureLine(highestOf(samples.flatMap(({ temperature }) => temperature ?? []))),
];

/** Undefined unless the quota holds something back already: else it shows once tasks run. */
function throttlingNow({ machine }: State, samples: readonly Conditions[]): TrustLine | undefined {
  const sum = (part: (conditions: Conditions) => number) =>
    samples.reduce((total, conditions) => total + part(conditions), 0);
  const throttled = sum((conditions) => conditions.throttled ?? 0);
  return machine?.usable.quota !== undefined && throttled > 0
    ? throttlingLine(
        shareOf(throttled, sum(({ during }) => during) * machine.usable.count),
        machine.usable,
      )
    : undefined;
}

/** That of the fastest CPU: the others may be idle. */
function clockNow({ machine }: State, samples: readonly Conditions[]): TrustLine {
  const megahertz = highestOf(samples.flatMap(({ clock }) => clock?.highest ?? []));
  const clock = megahertz === undefined ? undefined : { id: '', megahertz };
  return clockLine(clock, clock, !machine?.governor && isConstantClock(samples));
}

const highestOf = (values: readonly number[]): number | undefined =>
  values.length > 0 ? Math.max(...values) : undefined;
