import type { Machine } from '../machine/machine.ts';
import type { ProfileState } from '../profile/state.ts';
import { cpuTimeText } from './case-texts.ts';
import { comparisonsOf } from './figures/comparison.ts';
import {
  comparedOf,
  outcomeText,
  type Compared,
  type OutcomeText,
} from './figures/comparison-text.ts';
import { beyondText, isBeyond, limitOf, roomOf, limitText, type Limit } from './figures/limit.ts';
import { passIn } from './figures/report-pass.ts';
import type { Outcome } from './figures/speedup.ts';
import type { Report } from './report.ts';

/** The answer for one compared case, in words. Every page and output says it in these. */
export type Headline = OutcomeText & {
  /** The ids of the case and of its reference. */
  readonly case: string;
  readonly over: string;
  readonly workers: number;
  readonly outcome: Outcome;
  /** "the limit is 2 times"; absent on Ray. */
  readonly limit?: string;
  /** Why the limit is below the number of workers: "4 workers share 2 CPUs". */
  readonly limitReason?: string;
  /** "11 % more CPU time than local". */
  readonly cost?: string;
  /** Present if it is more than the workers can give. */
  readonly mark?: 'beyond';
};

/** One for each compared case, in the order of the plan. */
export function headlinesOf(
  report: Pick<Report, 'machine' | 'cases' | 'passes' | 'verdict'>,
): readonly Headline[] {
  return comparedIn(report).map((found) => ({
    ...headlineOf(found, report.machine),
    ...costOf(found, report),
  }));
}

/** The same of a profile that runs. */
export const headlinesSoFar = (profile: ProfileState): readonly Headline[] =>
  comparisonsOf(profile).map((found) =>
    headlineOf(comparedOf(profile, found), profile.under.machine),
  );

function comparedIn({
  cases,
  passes,
  verdict,
}: Pick<Report, 'cases' | 'passes' | 'verdict'>): readonly Compared[] {
  return verdict.comparisons.flatMap(({ case: id, over: reference, outcome, pairs }) => {
    const [found, over] = [id, reference].map((name) => cases.find((one) => one.id === name));
    const round = found?.typical?.round;
    const [pass, local] = [id, reference].map((name) => passIn(passes, name, round));
    if (!found || !over || !pass || !local) {
      return [];
    }

    const value = local.wall / pass.wall;
    const { low, high, coverage } = found.speedup ?? { low: value, high: value };
    return {
      case: found,
      over,
      speedup: {
        value,
        low,
        high,
        ...(coverage === undefined ? {} : { coverage }),
        outcome,
        pairs,
      },
      walls: { case: pass.wall, over: local.wall },
    };
  });
}

function headlineOf(found: Compared, machine: Machine | undefined): Headline {
  const { case: planned, over, speedup } = found;
  const limit = machine && limitOf(found, roomOf(machine));
  return {
    ...outcomeText(found),
    case: planned.id,
    over: over.id,
    workers: planned.workers,
    outcome: speedup.outcome,
    ...limitTexts(found, limit),
  };
}

function limitTexts(
  { case: { workers }, speedup }: Compared,
  limit: Limit | undefined,
): Pick<Headline, 'limit' | 'limitReason' | 'mark'> {
  if (!limit) {
    return {};
  }

  if (isBeyond(speedup, limit)) {
    return {
      limit: beyondText(workers),
      limitReason: 'the machine changed meanwhile',
      mark: 'beyond',
    };
  }

  const { reason } = limit;
  return {
    limit: limitText(limit),
    ...(reason === undefined ? {} : { limitReason: reason }),
  };
}

function costOf(
  { case: { id }, over }: Compared,
  { cases }: Pick<Report, 'cases'>,
): Pick<Headline, 'cost'> {
  const { cpuTime } = cases.find((found) => found.id === id) ?? {};
  return cpuTime ? { cost: cpuTimeText(cpuTime, over.id) } : {};
}
