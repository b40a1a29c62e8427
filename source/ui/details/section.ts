import type { Report } from '../../core/report/report.ts';
import { wrap } from '../../core/text/wrap.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import type { Theme, Tone } from '../canvas/theme.ts';

/** A part of the details, below a rule with its title. One without rows is left out. */
export type Section = {
  readonly title: string;
  readonly rows: readonly Line[];
  /** The same in fewer rows, for where details stand beside the overview. */
  readonly brief?: readonly Line[];
};

/** Everything that a section is drawn from. */
export type DetailsRequest = {
  readonly report: Report;
  /** Cells of a row. */
  readonly width: number;
  readonly theme: Theme;
};

/** A text in as many rows as it needs. */
export const paragraph = (text: string, width: number, tone: Tone = 'plain'): readonly Line[] =>
  wrap(text, width).map((row) => line(piece(row, tone)));

/** Rows behind a mark that stands before the first. */
export const marked = (
  { text, tone }: { readonly text: string; readonly tone: Tone },
  rows: readonly Line[],
): readonly Line[] =>
  rows.map((row, index) => [
    index === 0 ? piece(`${text} `, tone) : piece(' '.repeat(text.length + 1)),
    ...row,
  ]);
