import type { Report } from '../../core/report/report.ts';
import { line, piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { markedRows, markWidth, type Marked } from './marked-rows.ts';
import { priorities } from './priorities.ts';
import { stepsOf, type Step } from './steps.ts';

/** Rows of the first step in a small window: a sentence cut to fewer says nothing. */
const fewestRows = 2;

export type NextView = {
  readonly report: Report;
  /** Whether plans can be run from here. */
  readonly runs: boolean;
};

/** What to do next, with the key that does it. */
export function nextZone(view: NextView, width: number, theme: Theme): Zone {
  const steps = stepsOf(view.report, theme.arrows);
  const items = steps.map((step): Marked => ({
    mark: markOf(step, view.runs, theme),
    text: step.text,
  }));
  const place = { width, marks: markWidth(items) };
  const rowsOf = (shown: readonly Marked[], rows?: number) =>
    shown.flatMap((one) => markedRows(one, rows === undefined ? place : { ...place, rows }));
  const failed = steps.some(({ mark }) => mark === 'failed');
  const all = rowsOf(items);
  const first = items.slice(0, 1);
  return {
    title: line(piece('NEXT', 'strong')),
    priority: priorities.next,
    variants: [
      later(failed ? priorities.next : priorities.nextWhole, ruled(all)),
      later(priorities.nextWhole, ruled(rowsOf(first))),
      later(failed ? priorities.next : priorities.nextWhole, bare(all)),
      bare(rowsOf(first)),
      bare(rowsOf(first, fewestRows)),
      bare(rowsOf(first, 1)),
      bare([]),
    ],
  };
}

/** A key that does not work here has no colour. */
const markOf = ({ key = '', mark }: Step, runs: boolean, { marks }: Theme) =>
  mark === 'failed' ? piece(marks.note, 'warning') : piece(key, runs ? 'key' : 'quiet');
