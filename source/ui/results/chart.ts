import { lookOf } from '../parts/engine-look.ts';
import { pythonFactor, speedupText, wallRange } from '../../core/report/case-texts.ts';
import { duration, factor } from '../../core/text/format.ts';
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

/** The walls of typical rounds as bars on one axis, and the calculated time of Python on one CPU. */
export function chartZone(report: Report, width: number, theme: Theme): Zone {
  const { cases } = report;
  const wide = width >= roomForIntervals;
  const reference = cases.find(({ speedup }) => speedup)?.speedup?.over;
  const entries = cases.flatMap((found) => [
    { found, columns: columnsOf(found, report, { wide, reference }) },
    ...pythonOf(found, report, wide),
  ]);
  const ends = endsOf(
    entries.map(({ columns }) => columns),
    wide,
  );
  const label = nameWidth(cases);
  const scale: Scale = {
    axis: Math.max(...cases.map(({ typical }) => typical?.wall ?? 0)),
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
  const faint = cases.some((found) => barCells(sharesOf(found, axis), cells).faint > 0);
  const parts = [
    ...roundsTexts(cases).map((text) => `${text}${wide ? ' and the range of all' : ''}`),
    'shorter is better',
    ...(faint ? [`${overhead} overhead`] : []),
  ];
  return `DURATION   ${parts.join(', ')}`;
}

/** Which round each bar is of; empty if none finished. */
function roundsTexts(cases: readonly ReportCase[]): readonly string[] {
  const shown = cases.flatMap(({ id, typical }) => (typical ? [{ id, round: typical.round }] : []));
  const [first, ...others] = new Set(shown.map(({ round }) => round));
  if (first === undefined) {
    return [];
  }

  return others.length === 0
    ? [`round ${first}`]
    : [`rounds ${shown.map(({ id, round }) => `${round} of ${id}`).join(', ')}`];
}

type Columns = readonly string[];

/** Wall, range of all rounds and factor of a case; empty if none finished. */
const columnsOf = (
  found: ReportCase,
  report: Report,
  { wide, reference }: { readonly wide: boolean; readonly reference: string | undefined },
): Columns =>
  found.typical
    ? [
        duration(found.typical.wall),
        ...(wide ? [wallRange(report, found.id)] : []),
        factorOf(found, reference),
      ]
    : [];

type Entry = { readonly found?: ReportCase; readonly columns: Columns };

/** The row below a case on Ray: its tasks one after another on one CPU of the cluster. */
const pythonOf = (found: ReportCase, report: Report, wide: boolean): readonly Entry[] =>
  found.python1 === undefined
    ? []
    : [
        {
          columns: [duration(found.python1), ...(wide ? [''] : []), pythonFactor(report, found)],
        },
      ];

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
  const { engine, typical } = found;
  const name = caseName(found, theme, label);
  if (!typical) {
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
function sharesOf({ typical }: ReportCase, axis: number) {
  return typical && axis > 0
    ? { share: typical.wall / axis, overhead: (typical.wall - typical.span) / axis }
    : { share: 0, overhead: 0 };
}

function factorOf({ id, speedup }: ReportCase, reference: string | undefined): string {
  if (speedup) {
    return speedupText(speedup);
  }

  return id === reference ? factor(1) : '';
}
