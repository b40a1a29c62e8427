import { duration, factor } from '../core/text/format.ts';
import { barCells, overheadFill } from '../core/text/glyphs.ts';
import { engineMark } from '../core/plan/engines.ts';
import type { ReportCase } from '../core/report/figures/report-case.ts';

const barWidth = 30;

/** The chart as text: a line for each case, and below one on Ray a line for Python on one CPU. */
export function chartLines(
  cases: readonly ReportCase[],
  margin: number,
  ascii: boolean,
): readonly string[] {
  const reference = cases.find(({ speedup }) => speedup)?.speedup?.over;
  const scale = {
    ascii,
    longest: Math.max(...cases.map(({ median = 0 }) => median)),
    label: Math.max(margin, ...cases.map(({ id }) => id.length + 3)),
    reference: cases.find(({ id }) => id === reference)?.median,
  };
  return cases.flatMap((found) => [caseLine(found, scale), ...pythonLine(found, scale)]);
}

type Scale = {
  readonly ascii: boolean;
  readonly longest: number;
  readonly label: number;
  /** Median of the case that all others are compared with. */
  readonly reference: number | undefined;
};

function caseLine(found: ReportCase, scale: Scale): string {
  const { id, engine, median, low, high, speedup } = found;
  const name = `${engineMark(engine, scale.ascii).letter} ${id}`.padEnd(scale.label);
  if (median === undefined) {
    return `${name}no finished pass`;
  }

  const range = `${duration(low ?? median)} .. ${duration(high ?? median)}`;
  return `${name}${barOf(found, median, scale)}${numbers(median, range, speedup?.value)}`;
}

/** Has no bar: this time is calculated, not measured. */
function pythonLine({ python1 }: ReportCase, { label, reference }: Scale): readonly string[] {
  const name = '  python x1 (calculated)'.padEnd(label + barWidth);
  return python1 === undefined
    ? []
    : [name + numbers(python1, '', reference === undefined ? undefined : reference / python1)];
}

/** Solid cells while tasks run, faint cells for the rest of the wall. */
function barOf({ engine, span }: ReportCase, median: number, { ascii, longest }: Scale): string {
  const of = (time: number) => (longest > 0 ? time / longest : 0);
  const shares = { share: of(median), overhead: of(median - (span ?? median)) };
  const { solid, faint } = barCells(shares, barWidth);
  const drawn = engineMark(engine, ascii).fill.repeat(solid) + overheadFill(ascii).repeat(faint);
  return drawn.padEnd(barWidth);
}

/** Median, range and factor in their columns. */
function numbers(median: number, range: string, value: number | undefined): string {
  const compared = value === undefined ? '' : `  ${factor(value).padStart(6)}`;
  return `  ${duration(median).padStart(8)}  ${range.padEnd(compared ? 20 : 0)}${compared}`.trimEnd();
}
