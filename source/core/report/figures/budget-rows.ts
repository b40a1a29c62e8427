import { apportioned } from '../../text/apportion.ts';
import { count, ratio } from '../../text/format.ts';
import type { Share } from '../../units.ts';
import { shareOf, type Budget, type Part, type PartName } from './parts.ts';
import { exceeded } from './scores.ts';

/** A row of "where the workers were", as every page and output shows it. */
export type BudgetRow = {
  readonly name: 'the work' | PartName | 'everything else';
  /** Part of all the workers' time. */
  readonly share: Share;
  /** In workers. The rows of a budget add up to the number of workers in the digits shown. */
  readonly workers: string;
  /** "1.9x": as fast without it, marked where the workers could not give that much. */
  readonly without?: string;
};

/** Smaller parts share one row. */
const leastRow: Share = 0.01;

/** For smaller parts "as fast without it" would repeat the speed-up. */
const leastWithout: Share = 0.02;

const limits: ReadonlySet<PartName> = new Set([
  'more workers than CPUs',
  'tasks that do not divide',
]);

/** The work, what no work on the program changes, then the losses from the largest to the smallest. */
export function budgetRowsOf(budget: Budget): readonly BudgetRow[] {
  const { workers, wall, local } = budget;
  const large = budget.parts.filter((part) => isLarge(part, budget));
  const shown = [
    ...large.filter(({ name }) => limits.has(name)),
    ...large
      .filter(({ name }) => !limits.has(name))
      .toSorted((one, other) => other.coreTime - one.coreTime),
  ];
  const rest = budget.parts
    .filter((part) => !large.includes(part))
    .reduce((sum, { coreTime }) => sum + coreTime, 0);
  const work = ratio(local / wall);
  const decimals = work.split('.')[1]?.length ?? 0;
  const times = [...shown.map(({ coreTime }) => coreTime), rest];
  const texts = apportioned(
    times.map((time) => time / wall),
    { total: workers - Number(work), decimals },
  ).map((value) => value.toFixed(decimals));
  return [
    { name: 'the work', share: shareOf(local, budget), workers: work },
    ...shown.map((part, index) => rowOf(part, texts[index]!, budget)),
    ...everythingElse(texts[shown.length]!, shareOf(rest, budget)),
  ];
}

const isLarge = ({ coreTime }: Part, budget: Budget): boolean =>
  Math.abs(shareOf(coreTime, budget)) >= leastRow;

function rowOf(part: Part, workers: string, budget: Budget): BudgetRow {
  const share = shareOf(part.coreTime, budget);
  const without = withoutText(part, budget);
  return { name: part.name, share, workers, ...(without === undefined ? {} : { without }) };
}

/** Left out if it reads as nothing. */
const everythingElse = (workers: string, share: Share): readonly BudgetRow[] =>
  Number(workers) === 0 ? [] : [{ name: 'everything else', share, workers }];

/** Two digits say as much as the assumption that nothing else changes. */
function withoutText({ name, coreTime, without }: Part, budget: Budget): string | undefined {
  if (without === undefined || shareOf(coreTime, budget) < leastWithout) {
    return undefined;
  }

  const most = limits.has(name) ? budget.workers : mostOf(budget);
  const mark = exceeded(without, most) === undefined ? '' : '!';
  return `${factorOfTwoDigits(without)}${mark}`;
}

/** What the workers can give: all of them but for the two limits. */
const mostOf = ({ workers, parts }: Budget): number =>
  parts.reduce((most, part) => most - (limits.has(part.name) ? part.workers : 0), workers);

function factorOfTwoDigits(value: number): string {
  const text = value.toPrecision(2);
  return `${value < 10 ? text : count(Number(text))}x`;
}
