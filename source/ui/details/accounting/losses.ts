import type { Budget } from '../../../core/report/figures/parts.ts';
import { budgetRowsOf } from '../../../core/report/figures/budget-rows.ts';
import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import { count, duration, percent, signedDuration } from '../../../core/text/format.ts';
import { briefRows, factRows, type Fact } from '../facts.ts';
import { paragraph, type DetailsRequest, type Section } from '../section.ts';

/** The losses of every compared engine, in workers and in their time. */
export function losses({ report, width }: DetailsRequest): readonly Section[] {
  const budgeted = report.cases.filter(isBudgeted);
  return budgeted.map((found) => {
    const { budget } = found;
    const facts = factsOf(budget);
    const unknown = isSplit(budget) ? [] : paragraph(untold, width, 'quiet');
    return {
      title: titleOf(found, budgeted.length > 1),
      rows: [
        ...paragraph(roundText(budget), width, 'quiet'),
        ...factRows(facts, width),
        ...unknown,
      ],
      brief: [...briefRows(facts), ...unknown],
    };
  });
}

type Budgeted = ReportCase & Required<Pick<ReportCase, 'budget'>>;

const isBudgeted = (found: ReportCase): found is Budgeted => found.budget !== undefined;

/** What the shares are of. */
function titleOf({ id, budget }: Budgeted, several: boolean): string {
  const { workers, wall } = budget;
  const many = workers === 1 ? 'THE WORKER' : `${count(workers)} WORKERS`;
  const sum = workers === 1 ? '' : `${count(workers)} × ${duration(wall)} = `;
  return `THE TIME OF ${many}${several ? ` OF ${id}` : ''}: ${sum}${duration(workers * wall)}`;
}

const roundText = ({ round, local }: Budget): string =>
  `in round ${round}, where local took ${duration(local)}`;

/** Whether the system reports where the time inside tasks went. */
const isSplit = ({ parts }: Budget): boolean =>
  !parts.some(({ name }) => name === 'slower or waiting');

const untold = 'not reported here: slower side by side, waiting for a CPU, blocked';

function factsOf(budget: Budget): readonly Fact[] {
  const rows = budgetRowsOf(budget);
  const times = rows.map(({ share }) => timeText(share * budget.workers * budget.wall));
  const shares = rows.map(({ share }) => percent(share));
  const widest = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));
  const [ofWorkers, ofTime, ofShare] = [
    widest(rows.map(({ workers }) => workers)),
    widest(times),
    widest(shares),
  ];
  return rows.map(({ name, workers }, index) => ({
    name,
    value: [
      workers.padStart(ofWorkers),
      times[index]!.padStart(ofTime),
      shares[index]!.padStart(ofShare),
    ].join('  '),
    meaning: meanings[name] ?? '',
  }));
}

/** A negative part is a gain. */
const timeText = (time: number): string => (time < 0 ? signedDuration(time) : duration(time));

/** By the name of a row. */
const meanings: Readonly<Record<string, string>> = {
  'the work': 'as long as local takes',
  'more workers than CPUs': 'no CPU of their own',
  'tasks that do not divide': 'no task in the last turn',
  'slower side by side': 'memory, clock, shared cores',
  'waiting for a CPU': 'something else was on it',
  blocked: 'neither on a CPU nor waiting',
  'slower or waiting': 'longer in a task than on local',
  'handing out': 'until each has its first task',
  'between two tasks': 'from an end to the next start',
  'idle at the end': 'after the last task of each',
  'everything else': 'parts below 1 % each',
};
