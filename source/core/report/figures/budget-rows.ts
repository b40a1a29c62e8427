import { apportioned } from '../../text/apportion.ts';
import { count, ratio } from '../../text/format.ts';
import type { Share } from '../../units.ts';
import { largestFirst, shareOf, type Budget, type Part, type PartName } from './parts.ts';
import { exceeded } from './scores.ts';

/** A row of "where the workers were", as every page and output shows it. */
export type BudgetRow = {
  readonly name: 'the work' | PartName | 'everything else';
  /** Part of all the workers' time. */
  readonly share: Share;
  /** In workers. The rows of a budget add up to the number of workers in the digits shown. */
  readonly workers: string;
  /** "1.9": so many times as fast without it. Absent where that is beyond the limit, which is said beside it. */
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

/** The work, then what the workers did instead, from the largest part to the smallest. */
export function budgetRowsOf(budget: Budget): readonly BudgetRow[] {
  const { workers, wall, local } = budget;
  const shown = largestFirst(budget).filter((part) => isLarge(part, budget));
  const rest = budget.parts
    .filter((part) => !shown.includes(part))
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
  return { name: part.name, share, workers, ...withoutIt(part, budget) };
}

/** Left out if it reads as nothing. */
const everythingElse = (workers: string, share: Share): readonly BudgetRow[] =>
  Number(workers) === 0 ? [] : [{ name: 'everything else', share, workers }];

/** Two digits say as much as the assumption that nothing else changes. */
function withoutIt({ coreTime, without }: Part, budget: Budget): Pick<BudgetRow, 'without'> {
  return without === undefined ||
    shareOf(coreTime, budget) < leastWithout ||
    exceeded(without, limitOf(budget)) !== undefined
    ? {}
    : { without: twoDigits(without) };
}

/** What the workers can give: all of them but for the two parts that no work on the program can win. */
const limitOf = ({ workers, parts }: Budget): number =>
  parts.reduce((most, part) => most - (limits.has(part.name) ? part.workers : 0), workers);

/** "1.9 times as fast", "1.2 times as slow". */
export const withoutText = (without: string): string =>
  Number(without) < 1
    ? `${twoDigits(1 / Number(without))} times as slow`
    : `${without} times as fast`;

function twoDigits(value: number): string {
  const text = value.toPrecision(2);
  return value < 10 ? text : count(Number(text));
}
