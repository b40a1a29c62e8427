import type { TrustLevel, TrustLine } from '../../core/report/trust/trust-lines.ts';
import { trustLevels } from '../../core/report/trust/trust-lines.ts';
import { isNote } from '../../core/report/warnings.ts';
import type { Line } from '../canvas/line.ts';
import type { Theme, Tone } from '../canvas/theme.ts';
import { marked, paragraph, type DetailsRequest, type Section } from './section.ts';

/** Every trust line in full, the worst first. */
export function trust({ report, width, theme }: DetailsRequest): Section {
  const lines = trustLevels.flatMap((level) => report.trust.filter((one) => one.level === level));
  const rows = lines.flatMap((one) => trustRows(one, width, theme));
  return {
    title: 'TRUST',
    rows: rows.length > 0 ? rows : paragraph('Nobody watched the machine during this run.', width),
  };
}

const trustRows = ({ level, text }: TrustLine, width: number, theme: Theme): readonly Line[] =>
  marked(markOf(level, theme), paragraph(text, width - 2, level === 'unknown' ? 'quiet' : 'plain'));

function markOf(level: TrustLevel, { marks }: Theme): Mark {
  switch (level) {
    case 'warn':
      return { text: marks.note, tone: 'warning' };
    case 'note':
      return { text: marks.note, tone: 'note' };
    case 'ok':
      return { text: marks.good, tone: 'good' };
    case 'unknown':
      return { text: '?', tone: 'quiet' };
  }
}

type Mark = { readonly text: string; readonly tone: Tone };

/** Everything to know before trusting the numbers: failures, outliers, what the plan asked too much of. */
export function warnings({ report, width, theme }: DetailsRequest): Section {
  const interrupted = report.finished
    ? []
    : [{ message: 'This run was stopped early: only what had finished is counted.', note: false }];
  const found = report.warnings.map((one) => ({ message: one.message, note: isNote(one) }));
  return {
    title: 'WHAT TO KNOW',
    rows: [...interrupted, ...found].flatMap(({ message, note }) =>
      marked(
        { text: note ? '-' : theme.marks.note, tone: note ? 'quiet' : 'note' },
        paragraph(message, width - 2),
      ),
    ),
  };
}
