import { nothingSaved } from '../../core/history/named-run.ts';
import { fileName, isDoubted } from '../../core/history/run-texts.ts';
import type { RunList, SkippedRun } from '../../core/report/run-summary.ts';
import { count } from '../../core/text/format.ts';
import { trustMarks } from '../../core/text/glyphs.ts';
import type { Tone } from '../../core/text/palette.ts';
import { printable } from '../../core/text/printable.ts';
import { wrap } from '../../core/text/wrap.ts';
import { historyRows } from './table.ts';
import type { Paper } from '../paper.ts';
import { blank, piece, printed, widthIn, type Row } from '../rows.ts';

/** The list of saved runs as text: a row for each, and remarks below them. Ends in a line break. */
export function historyText(list: RunList, paper: Paper): string {
  const { runs, skipped } = list;
  if (runs.length === 0 && skipped.length === 0) {
    return printed(wrapped(nothingSaved, paper), paper);
  }

  const rows = runs.length > 0 ? historyRows(list, paper) : [];
  const remarks = remarksOn(list, paper);
  const between = rows.length > 0 && remarks.length > 0 ? [blank] : [];
  return printed([...rows, ...between, ...remarks], paper);
}

/** How many files cannot be opened, and why the first one cannot; undefined if all can. */
export function unreadableText([first, ...others]: readonly SkippedRun[]): string | undefined {
  if (!first) {
    return undefined;
  }

  const reason = `${fileName(first.path)} ${first.reason}`;
  return others.length === 0
    ? `1 file cannot be opened: ${reason}.`
    : `${count(others.length + 1)} files cannot be opened: ${reason}, and ${count(others.length)} more.`;
}

/** What the mark means, and how many files have no row. */
function remarksOn({ runs, skipped }: RunList, paper: Paper): readonly Row[] {
  const isMarked = runs.some(({ results }) => isDoubted(results?.trust));
  const mark = `${trustMarks(paper.ascii).note} something may have moved the numbers: fibtui show ID says what.`;
  const unreadable = unreadableText(skipped);
  return [
    ...(isMarked ? wrapped(mark, paper, 'quiet') : []),
    ...(unreadable === undefined ? [] : wrapped(unreadable, paper, 'warning')),
  ];
}

const wrapped = (text: string, paper: Paper, tone: Tone = 'plain'): readonly Row[] =>
  wrap(printable(text), widthIn(paper)).map((row) => [piece(row, tone)]);
