import type { Report } from '../../core/report/report.ts';
import { worstLevel } from '../../core/report/trust/trust-lines.ts';
import { isFailure, type Warning } from '../../core/report/warnings.ts';
import type { Tone } from '../../core/text/palette.ts';
import { againRows } from './command-rows.ts';
import { byFlags, nextTexts } from '../next-texts.ts';
import type { Paper } from '../paper.ts';
import { labelled, margin, piece, widthIn, type Piece, type Row } from '../rows.ts';
import { trustTexts } from '../trust-texts.ts';

/** What failed, what may have moved the numbers, what to try, how to run it again; and last of all the verdict. */
export function noteRows(report: Report, paper: Paper): readonly Row[] {
  const width = widthIn(paper);
  const { warnings, command, verdict } = report;
  return [
    ...warnings.filter(isFailure).flatMap((warning) => failureRows(warning, width)),
    ...group(piece('Trust:', doubted(report)), trustTexts(report), width),
    ...group(piece('Next:', 'strong'), nextTexts(report, byFlags), width),
    ...againRows(command, paper),
    ...labelled(piece('VERDICT', 'strong'), verdict.sentence, width).map(strong),
  ];
}

/** The label stands before the first text alone. */
const group = (label: Piece, texts: readonly string[], width: number): readonly Row[] =>
  texts.flatMap((text, index) => labelled(index === 0 ? label : piece(''), text, width));

const strong = (row: Row): Row => row.map(({ text }) => piece(text, 'strong'));

const doubted = ({ trust }: Report): Tone => (worstLevel(trust) === 'warn' ? 'warning' : 'strong');

/** A longer log would bury the rest of the summary. */
const logLines = 10;

function failureRows({ message, log = [] }: Warning, width: number): readonly Row[] {
  const last = log.slice(-logLines).map((row) => row.trimEnd());
  return [
    ...labelled(piece('Failed:', 'warning'), message, width),
    ...last.map((row): Row => [piece(`${' '.repeat(margin + 2)}${row}`, 'quiet')]),
  ];
}
