import { lookOf } from '../../parts/engine-look.ts';
import { signedPercent } from '../../../core/text/format.ts';
import type { Report } from '../../../core/report/report.ts';
import { finishedReportPasses } from '../../../core/report/figures/report-pass.ts';
import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import type { Share } from '../../../core/units.ts';
import { justified, line, piece, type Line } from '../../canvas/line.ts';
import type { Theme, Tone } from '../../canvas/theme.ts';
import { engineLabel, labelWidth } from './engine-label.ts';
import type { DetailsRequest, Section } from '../section.ts';

/**
 * Every round as a mark: its deviation from the median of its own engine. Absolute times would form two heaps at the
 * ends of the axis if one engine is many times as fast.
 */
export function spread({ report, width, theme }: DetailsRequest): Section {
  const title = 'SPREAD AROUND EACH MEDIAN';
  const offsets = report.cases.map((found) => offsetsOf(report, found));
  const [least, most] = [Math.min(...offsets.flat()), Math.max(...offsets.flat())];
  if (!(most > least)) {
    return { title, rows: [] };
  }

  const label = labelWidth(report.cases);
  const axis = { least, most, label, cells: width - label };
  const rows = report.cases.map((found, index) =>
    caseRow(found, { ...axis, offsets: offsets[index] ?? [] }, theme),
  );
  return { title, rows: [...rows, footOf(axis)] };
}

const offsetsOf = ({ passes }: Report, { id, median = 0 }: ReportCase): readonly Share[] =>
  finishedReportPasses(passes, id).map(({ wall }) => wall / median - 1);

type Axis = {
  readonly least: Share;
  readonly most: Share;
  /** Cells to the left of the axis. */
  readonly label: number;
  readonly cells: number;
};

const cellOf = (offset: Share, { least, most, cells }: Axis): number =>
  Math.round(((offset - least) / (most - least)) * (cells - 1));

type CaseAxis = Axis & { readonly offsets: readonly Share[] };

function caseRow(found: ReportCase, axis: CaseAxis, theme: Theme): Line {
  const { rest, dot, vertical } = theme;
  const places = new Set(axis.offsets.map((offset) => cellOf(offset, axis)));
  const middle = cellOf(0, axis);
  const { tone } = lookOf(found.engine, theme);
  const empty = (cell: number): [string, Tone] =>
    cell === middle ? [vertical, 'frame'] : [rest, 'faint'];
  const marked = (cell: number): [string, Tone] => (places.has(cell) ? [dot, tone] : empty(cell));
  return line(
    engineLabel(found, axis.label, theme),
    ...Array.from({ length: axis.cells }, (_, cell) => piece(...marked(cell))),
  );
}

/** The zero of the axis, and the labels of its ends if they do not touch it. */
function footOf(axis: Axis): Line {
  const { least, most, label, cells } = axis;
  const [left, right, middle] = [signedPercent(least), signedPercent(most), cellOf(0, axis)];
  const begin = `${(left.length < middle ? left : '').padEnd(middle)}0`;
  const texts = justified(line(begin), line(right), cells);
  return line(' '.repeat(label), ...texts.map(({ text }) => piece(text, 'quiet')));
}
