import { lookOf } from '../parts/engine-look.ts';
import { finePercent, duration, factor } from '../../core/text/format.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { barCells } from '../../core/text/glyphs.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import { wallMeter } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, ruled, type Zone } from '../canvas/zone.ts';
import { caseName, nameWidth } from '../parts/case-name.ts';

/** In narrower windows only the verdict shows the interval, and the bars take its room. */
const roomForIntervals = 70;

/** Medians as bars on one axis, and the calculated time of Python on one CPU. */
export function chartZone({ cases }: Report, width: number, theme: Theme): Zone {
  const wide = width >= roomForIntervals;
  const reference = cases.find(({ speedup }) => speedup)?.speedup?.over;
  const entries = cases.flatMap((found) => [
    { found, columns: columnsOf(found, wide, reference) },
    ...pythonOf(found, wide, cases.find(({ id }) => id === reference)?.median),
  ]);
  const ends = endsOf(
    entries.map(({ columns }) => columns),
    wide,
  );
  const label = nameWidth(cases);
  const scale: Scale = {
    axis: Math.max(...cases.map(({ median = 0 }) => median)),
    label,
    cells: width - label - 2 - Math.max(0, ...ends.map(({ length }) => length)),
  };
  const rows = entries.map((entry, index) =>
    entry.found
      ? chartRow(entry.found, { ...scale, end: ends[index] ?? '' }, theme)
      : pythonRow(ends[index] ?? '', width),
  );
  const title = line(titleOf(cases, { ...scale, wide }, theme));
  return { title, priority: 0, variants: [ruled(rows), bare(rows)] };
}

/** Explains the overhead glyph if a bar has it. */
function titleOf(
  cases: readonly ReportCase[],
  { axis, cells, wide }: Scale & { readonly wide: boolean },
  { overhead }: Theme,
): string {
  const covered = wide ? cases.find((found) => found.coverage !== undefined)?.coverage : undefined;
  const sure = covered === undefined ? '' : ` and its ${finePercent(covered)} interval`;
  const faint = cases.some((found) => barCells(sharesOf(found, axis), cells).faint > 0);
  return `DURATION   median${sure}, shorter is better${faint ? `, ${overhead} overhead` : ''}`;
}

type Columns = readonly string[];

/** Median, interval and factor of a case; empty without a median. */
const columnsOf = (found: ReportCase, wide: boolean, reference: string | undefined): Columns =>
  found.median === undefined
    ? []
    : [
        duration(found.median),
        ...(wide ? [intervalOf(found, found.median)] : []),
        factorOf(found, reference),
      ];

type Entry = { readonly found?: ReportCase; readonly columns: Columns };

/** The row below a case on Ray: its tasks one after another on one CPU of the cluster. */
function pythonOf(
  { python1 }: ReportCase,
  wide: boolean,
  reference: number | undefined,
): readonly Entry[] {
  if (python1 === undefined) {
    return [];
  }

  const value = reference === undefined ? '' : factor(reference / python1);
  return [{ columns: [duration(python1), ...(wide ? [''] : []), value] }];
}

/** The columns of all rows, aligned. */
function endsOf(rows: readonly Columns[], wide: boolean): readonly string[] {
  const least = wide ? [8, 19, 6] : [8, 6];
  const widths = least.map((width, column) =>
    Math.max(width, ...rows.map((texts) => texts[column]?.length ?? 0)),
  );
  return rows.map((texts) =>
    texts.map((text, column) => text.padStart(widths[column] ?? 0)).join('  '),
  );
}

type Scale = { readonly axis: number; readonly label: number; readonly cells: number };

function chartRow(
  found: ReportCase,
  { axis, label, cells, end }: Scale & { readonly end: string },
  theme: Theme,
): Line {
  const { engine, median } = found;
  const name = caseName(found, theme, label);
  if (median === undefined) {
    return line(name, piece('no finished pass', 'faint'));
  }

  const fill = lookOf(engine, theme);
  const drawn = wallMeter(sharesOf(found, axis), { ...fill, width: cells }, theme);
  return line(name, ...drawn, `  ${end}`);
}

/** No bar: this time was calculated, and would stretch the axis of the walls. */
const pythonRow = (end: string, width: number): Line =>
  line(piece(`  python x1 (calculated)${end.padStart(width - 24)}`, 'faint'));

/** The wall and its overhead, as shares of the axis. */
function sharesOf({ median = 0, span = median }: ReportCase, axis: number) {
  return axis > 0
    ? { share: median / axis, overhead: (median - span) / axis }
    : { share: 0, overhead: 0 };
}

const intervalOf = ({ low, high }: ReportCase, median: number): string =>
  `${duration(low ?? median)} .. ${duration(high ?? median)}`;

function factorOf({ id, speedup }: ReportCase, reference: string | undefined): string {
  if (speedup) {
    return factor(speedup.value);
  }

  return id === reference ? factor(1) : '';
}
