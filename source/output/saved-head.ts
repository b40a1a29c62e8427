import type { Report } from '../core/report/report.ts';
import { longDate } from '../core/text/date.ts';
import { hasScreen, type OutputName } from './formats.ts';
import type { Paper } from './paper.ts';
import { blank, labelled, piece, printed, widthIn } from './rows.ts';
import { spoken } from './spoken.ts';

export type Saved = {
  readonly report: Pick<Report, 'startedAt' | 'machine'>;
  readonly note?: string;
};

/** What stands above the output of a run that was not measured now: when and where it was, and the note on it. */
export function savedHead(output: OutputName, saved: Saved, paper: Paper): string {
  if (!hasScreen(output)) {
    return '';
  }

  const { report, note } = saved;
  const text = `saved run of ${longDate(report.startedAt)}, on ${report.machine.cpu}`;
  if (output === 'sentences') {
    const notes = note === undefined ? [] : [`Note: ${note}`];
    return spoken([`This is the ${text}.`, ...notes], paper);
  }

  const width = widthIn(paper);
  const notes = note === undefined ? [] : labelled(piece('Note:', 'strong'), note, width);
  return printed(
    [...labelled(piece('Shown:', 'strong'), `the ${text}`, width), ...notes, blank],
    paper,
  );
}
