import type { Check } from '../core/doctor/check.ts';
import type { Diagnosis } from '../core/doctor/diagnosis.ts';
import type { TrustLevel } from '../core/report/trust/trust-lines.ts';
import { reportedOf, unreportedText } from '../core/report/trust/unreported.ts';
import { trustMarks } from '../core/text/glyphs.ts';
import type { Tone } from '../core/text/palette.ts';
import { printable } from '../core/text/printable.ts';
import { wrap } from '../core/text/wrap.ts';
import type { Paper } from './paper.ts';
import { blank, margin, piece, printed, widthIn, type Row } from './rows.ts';

/** How far a run could be trusted, as plain text, the answer last. Ends in a line break. */
export function diagnosisText(diagnosis: Diagnosis, paper: Paper): string {
  const { fibtui, checks, ready, sentence } = diagnosis;
  const listed = reportedOf(checks);
  const unreported = unreportedText(checks);
  const rows = [
    [piece(`fibtui ${fibtui}   how far a run on this machine could be trusted`, 'strong')],
    blank,
    ...listed.flatMap((check, index) => {
      const isFirst = check.topic !== listed[index - 1]?.topic;
      return checkRows({ ...check, label: isFirst ? check.topic : '' }, paper);
    }),
    ...(unreported === undefined
      ? []
      : [blank, ...checkRows({ label: '', level: 'unknown', text: unreported }, paper)]),
    blank,
    ...wrap(sentence, widthIn(paper)).map((row): Row => [piece(row, ready ? 'good' : 'warning')]),
  ];
  return printed(rows, paper);
}

type Labelled = Pick<Check, 'level' | 'text' | 'remedy'> & { readonly label: string };

const indent = margin + 2;

function checkRows({ label, level, text, remedy }: Labelled, paper: Paper): readonly Row[] {
  const said = remedy === undefined ? text : `${text.replace(/(?<![.!?])$/, '.')} ${remedy}`;
  const [glyph, tone] = markOf(level, paper);
  return wrap(printable(said), Math.max(widthIn(paper) - indent, indent)).map((row, index): Row =>
    index === 0
      ? [
          piece(label.padEnd(margin), label === '' ? 'plain' : 'strong'),
          piece(glyph, tone),
          piece(` ${row}`),
        ]
      : [piece(' '.repeat(indent) + row)],
  );
}

function markOf(level: TrustLevel, { ascii }: Paper): readonly [glyph: string, tone: Tone] {
  const { good, note, unknown } = trustMarks(ascii);
  switch (level) {
    case 'ok':
      return [good, 'good'];
    case 'note':
      return [note, 'note'];
    case 'warn':
      return [note, 'warning'];
    case 'unknown':
      return [unknown, 'quiet'];
  }
}
