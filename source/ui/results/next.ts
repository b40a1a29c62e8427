import { nextStepsOf, type NextStep } from '../../core/report/next-steps.ts';
import type { Report } from '../../core/report/report.ts';
import { line, piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { markedRows, markWidth, type Marked } from './marked-rows.ts';
import { priorities } from './priorities.ts';

/** Rows of the first step in a small window: a sentence cut to fewer says nothing. */
const fewestRows = 2;

export type NextView = {
  readonly report: Report;
  /** Whether plans can be run from here. */
  readonly runs: boolean;
};

/** The next steps, each with its key. */
export function nextZone(view: NextView, width: number, theme: Theme): Zone {
  const steps = nextStepsOf(view.report);
  const items = steps.map((step): Marked => ({
    mark: markOf(step, view.runs, theme),
    text: textOf(step),
  }));
  const place = { width, marks: markWidth(items) };
  const rowsOf = (shown: readonly Marked[], rows?: number) =>
    shown.flatMap((one) => markedRows(one, rows === undefined ? place : { ...place, rows }));
  const failed = steps.some(({ does }) => does === 'mend');
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

/** The key of a step on the results; `esc` leads to the settings. A key that does not work here has no colour. */
function markOf({ does }: NextStep, runs: boolean, { marks, arrows }: Theme) {
  if (does === 'mend') {
    return piece(marks.note, 'warning');
  }

  const keys: Readonly<Record<typeof does, string>> = {
    again: 'enter',
    rounds: '+',
    size: arrows.right,
    larger: arrows.right,
    settings: 'esc',
    check: 'm',
    nothing: '',
  };
  return piece(keys[does], runs ? 'key' : 'quiet');
}

function textOf(step: NextStep): string {
  switch (step.does) {
    case 'rounds': {
      const { rounds, ofRay, before, after } = step;
      const flag = ofRay === undefined ? '' : `, or --ray-rounds ${ofRay}`;
      const what = `Run ${rounds} rounds${flag}${after === undefined ? '' : `: ${after}`}.`;
      return before === undefined ? what : `${before} ${what}`;
    }
    case 'size':
      return `${step.because}: try a larger size.`;
    case 'again':
    case 'larger':
    case 'settings':
    case 'check':
    case 'nothing':
    case 'mend':
      return step.text;
  }
}
