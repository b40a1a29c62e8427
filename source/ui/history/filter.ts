import { longDate, shortDate, sortedDate } from '../../core/text/date.ts';
import { count, counted } from '../../core/text/format.ts';
import type { SavedRun } from '../../core/report/run-summary.ts';
import type { HistoryItem } from './items.ts';
import { fileName, resultOf, workersOf } from '../../core/history/run-texts.ts';

/** Whether an item has all words of a filter, each anywhere in one of its texts. */
export function isFound(item: HistoryItem, filter: string): boolean {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return true;
  }

  const texts = plain(textsOf(item).join('\n'));
  return words.every((word) => texts.includes(word));
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase();

const textsOf = (item: HistoryItem): readonly string[] =>
  item.type === 'run' ? runTexts(item.run) : [fileName(item.file.path), item.file.reason];

function runTexts(run: SavedRun): readonly string[] {
  const { when, machine, cpus, plan, note = '', finished, fibtui } = run;
  return [
    shortDate(when, new Date(when).getFullYear()),
    longDate(when),
    sortedDate(when),
    plan.workload,
    ...[plan.size, plan.tasks].flatMap((number) => [String(number), count(number)]),
    counted(plan.tasks, 'task'),
    counted(workersOf(run), 'worker'),
    counted(plan.rounds, 'round'),
    ...plan.cases.map(({ id }) => id),
    resultOf(run).text,
    machine,
    counted(cpus, 'CPU'),
    `fibtui ${fibtui}`,
    finished ? '' : 'stopped early',
    note,
  ];
}
