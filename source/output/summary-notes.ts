import { wordsIn } from '../core/text/shell-words.ts';
import type { Report } from '../core/report/report.ts';
import { isFailure, type Warning } from '../core/report/warnings.ts';
import { byFlags, nextTexts } from './next-texts.ts';
import { labelled, margin, piece, type Piece, type Row } from './rows.ts';
import { trustTexts } from './trust-texts.ts';

/** What failed, what may have moved the numbers, what to try, how to run it again; and last of all the verdict. */
export function noteRows(report: Report, width: number): readonly Row[] {
  const { warnings, verdict } = report;
  return [
    ...warnings.filter(isFailure).flatMap((warning) => failureRows(warning, width)),
    ...group(piece('Trust:', 'strong'), trustTexts(report), width),
    ...group(piece('Next:', 'strong'), nextTexts(report, byFlags), width),
    ...commandRows(report, width),
    ...labelled(piece('VERDICT', 'strong'), verdict.sentence, width),
  ];
}

/** The label stands before the first text alone. */
const group = (label: Piece, texts: readonly string[], width: number): readonly Row[] =>
  texts.flatMap((text, index) => labelled(index === 0 ? label : piece(''), text, width));

/** A longer log would bury the rest of the summary. */
const logLines = 10;

function failureRows({ message, log = [] }: Warning, width: number): readonly Row[] {
  const last = log.slice(-logLines).map((row) => row.trimEnd());
  return [
    ...labelled(piece('Failed:', 'warning'), message, width),
    ...last.map((row): Row => [piece(`${' '.repeat(margin + 2)}${row}`, 'quiet')]),
  ];
}

/** The command that repeats the run. A shell reads several rows as one, since each but the last ends in a backslash. */
function commandRows({ command }: Report, width: number): readonly Row[] {
  const room = Math.max(width - margin, 2 * margin) - continued.length;
  const rows = wordsIn(command).reduce<readonly string[]>((done, word) => {
    const row = done.at(-1);
    return row !== undefined && row.length + 1 + word.length <= room
      ? [...done.slice(0, -1), `${row} ${word}`]
      : [...done, word];
  }, []);
  return rows.map((row, index) => [
    piece((index === 0 ? 'Again:' : '').padEnd(margin), 'strong'),
    piece(row + (index < rows.length - 1 ? continued : '')),
  ]);
}

const continued = ' \\';
