import { pythonFactor, speedupText, wallRange } from '../core/report/case-texts.ts';
import type { Report } from '../core/report/report.ts';
import { duration } from '../core/text/format.ts';
import { barCells, overheadFill } from '../core/text/glyphs.ts';
import { engineMark } from '../core/plan/engines.ts';
import type { EngineName } from '../core/plan/settings.ts';
import type { ReportCase, TypicalRound } from '../core/report/figures/report-case.ts';
import type { Milliseconds } from '../core/units.ts';

const barWidth = 30;

/** The chart as text: a line for each case, and below one on Ray a line for Python on one CPU. */
export function chartLines(report: Report, margin: number, ascii: boolean): readonly string[] {
  const { cases } = report;
  const scale = {
    ascii,
    longest: Math.max(...cases.map(({ typical }) => typical?.wall ?? 0)),
    label: Math.max(margin, ...cases.map(({ id }) => id.length + 3)),
  };
  return cases.flatMap((found) => [
    caseLine(found, report, scale),
    ...pythonLine(found, report, scale),
  ]);
}

type Scale = {
  readonly ascii: boolean;
  readonly longest: number;
  readonly label: number;
};

function caseLine(found: ReportCase, report: Report, scale: Scale): string {
  const { id, engine, typical, speedup } = found;
  const name = `${engineMark(engine, scale.ascii).letter} ${id}`.padEnd(scale.label);
  if (!typical) {
    return `${name}no finished pass`;
  }

  const value = speedup ? speedupText(speedup) : '';
  return `${name}${barOf(engine, typical, scale)}${numbers(typical.wall, wallRange(report, id), value)}`;
}

/** Has no bar: this time is calculated, not measured. */
function pythonLine(found: ReportCase, report: Report, { label }: Scale): readonly string[] {
  const name = '  python x1 (calculated)'.padEnd(label + barWidth);
  return found.python1 === undefined
    ? []
    : [name + numbers(found.python1, '', pythonFactor(report, found))];
}

/** Solid cells while tasks run, faint cells for the rest of the wall. */
function barOf(
  engine: EngineName,
  { wall, span }: TypicalRound,
  { ascii, longest }: Scale,
): string {
  const of = (time: number) => (longest > 0 ? time / longest : 0);
  const shares = { share: of(wall), overhead: of(wall - span) };
  const { solid, faint } = barCells(shares, barWidth);
  const drawn = engineMark(engine, ascii).fill.repeat(solid) + overheadFill(ascii).repeat(faint);
  return drawn.padEnd(barWidth);
}

/** Wall, range of all rounds and factor in their columns. */
function numbers(wall: Milliseconds, range: string, value: string): string {
  const compared = value === '' ? '' : `  ${value.padStart(6)}`;
  return `  ${duration(wall).padStart(8)}  ${range.padEnd(compared ? 18 : 0)}${compared}`.trimEnd();
}
