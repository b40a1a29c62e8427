import { count, counted, ratio } from '../text/format.ts';
import type { RunSpeedup, SavedRun } from '../report/run-summary.ts';
import type { TrustLevel } from '../report/trust/trust-lines.ts';
import type { Tone } from '../text/palette.ts';

/** A cell of the table. */
export type Cell = { readonly text: string; readonly tone: Tone };

export const plain = (text: string): Cell => ({ text, tone: 'plain' });

/** What is not known of a run. */
export const unknown: Cell = { text: '–', tone: 'quiet' };

export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** The workers behind the speed-up that a row shows; without one the most that took part. */
export function workersOf({ plan, results }: Pick<SavedRun, 'plan' | 'results'>): number {
  const [speedup] = results?.speedups ?? [];
  const compared = plan.cases.find(({ id }) => id === speedup?.case);
  return compared?.workers ?? Math.max(...plan.cases.map(({ workers }) => workers));
}

/** The first speed-up of a run, in a cell: the pool's over local wherever both took part. */
export function resultOf(run: SavedRun): Cell {
  const [speedup] = run.results?.speedups ?? [];
  if (speedup) {
    return speedupCell(speedup);
  }

  if (!run.results) {
    return unknown;
  }

  if (!run.finished) {
    return { text: 'stopped', tone: 'quiet' };
  }

  return run.plan.rounds === 1 ? { text: 'one round', tone: 'quiet' } : unknown;
}

function speedupCell({ value, outcome }: RunSpeedup): Cell {
  const times = `${ratio(value)} ×`;
  switch (outcome) {
    case 'faster':
      return { text: times, tone: 'answer' };
    case 'slower':
      return { text: times, tone: 'loss' };
    case 'same':
      return { text: 'the same', tone: 'quiet' };
    case 'undecided':
      return { text: "can't tell", tone: 'quiet' };
    case 'too-few-rounds':
      return { text: `(${times})`, tone: 'quiet' };
  }
}

/** The interval of the first speed-up: "1.65 to 1.95". */
export function intervalOf({ results }: SavedRun): Cell {
  const [speedup] = results?.speedups ?? [];
  return speedup ? plain(`${ratio(speedup.low)} to ${ratio(speedup.high)}`) : plain('');
}

/** Whether something may have moved the numbers. */
export const isDoubted = (trust: TrustLevel | undefined): trust is 'warn' | 'note' =>
  trust === 'warn' || trust === 'note';

/** A mark where something may have moved the numbers. */
export const trustCell = (trust: TrustLevel | undefined, mark: string): Cell =>
  isDoubted(trust) ? { text: mark, tone: trust === 'warn' ? 'warning' : 'note' } : plain('');

/** What was asked for, one text for each part. */
export function planTexts(run: SavedRun): readonly string[] {
  const { workload, size, tasks, rounds, cases } = run.plan;
  return [
    `${workload}, ${count(size)} terms`,
    counted(tasks, 'task'),
    counted(workersOf(run), 'worker'),
    counted(rounds, 'round'),
    cases.map(({ id }) => id).join(', '),
  ];
}

/** What the worst line of trust means. */
export const trustMeanings: Readonly<Record<TrustLevel, string>> = {
  ok: 'nothing moved the numbers',
  note: 'something is worth a look: open the run to read it',
  warn: 'the numbers may be off: open the run to read why',
  unknown: 'unknown',
};
