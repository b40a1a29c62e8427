import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { finishedReportPasses } from '../../core/report/figures/report-pass.ts';
import { serialReferences } from '../../core/report/serial-reference.ts';
import type { Report } from '../../core/report/report.ts';
import { durationsAlike } from '../../core/text/format.ts';
import { emptyLine, line, piece, type Line } from '../canvas/line.ts';
import { clipped } from '../canvas/paragraphs.ts';
import type { Theme, Tone } from '../canvas/theme.ts';
import { bare, later, type Variant, type Zone } from '../canvas/zone.ts';
import { barBetween, barGap, barNameOf, barNames, type BarName } from '../parts/bar-rows.ts';
import { axisOf, durationBar, marksOf, type Axis, type Durations } from '../parts/duration-bar.ts';
import { lookOf } from '../parts/engine-look.ts';
import { marginOf } from '../parts/margin.ts';
import { captionRow } from './chart-caption.ts';
import { priorities } from './priorities.ts';

/**
 * The durations side by side: the typical round of every case on one axis from 0, and a dot for every other round. Where
 * there is room, Python on one CPU of a cluster has a bar as well.
 */
export function chartZone(report: Report, width: number, theme: Theme): Zone {
  const cases = report.cases.map((found) => rowOf(found, report, theme));
  const rows = withReferences(cases, report);
  const layout = layoutOf(rows, width);
  const caption = captionRow(report, { ...layout, marks: marksIn(rows, layout, theme) }, theme);
  const bars = (height: number) => rows.map((row) => barRows(row, { ...layout, height }, theme));
  const apart = (height: number, priority: number): Variant => {
    const lines = bars(height).flatMap((bar, index) => (index > 0 ? [emptyLine, ...bar] : bar));
    return later(priority, bare([...lines, ...caption]));
  };
  const least = { ...layoutOf(cases, width), height: 1 };
  return {
    title: emptyLine,
    priority: 0,
    variants: [
      apart(3, priorities.higherBars),
      apart(2, priorities.highBars),
      apart(1, priorities.bars),
      later(priorities.caption, bare([...bars(1).flat(), ...caption])),
      bare(cases.flatMap((row) => barRows(row, least, theme))),
    ],
  };
}

const marksIn = (rows: readonly Row[], axis: Axis, theme: Theme): readonly string[] =>
  rows.flatMap(({ durations }) => (durations ? [...marksOf(durations, axis, theme).values()] : []));

type Row = BarName & {
  readonly tone: Tone;
  /** Undefined if no round finished. */
  readonly durations: Durations | undefined;
  /** In place of its bar. */
  readonly missing: string;
};

function rowOf(found: ReportCase, { passes }: Pick<Report, 'passes'>, theme: Theme): Row {
  const { id, typical } = found;
  const others = finishedReportPasses(passes, id)
    .filter(({ round }) => round !== typical?.round)
    .map(({ wall }) => wall);
  const failures = passes.flatMap((pass) =>
    pass.case === id && pass.status === 'failed' ? [pass.failure.message] : [],
  );
  const [why] = failures.map((message) => message.replace(new RegExp(`^${id}: `), ''));
  return {
    ...barNameOf(found),
    tone: lookOf(found.engine, theme).tone,
    durations: typical && { shown: typical.wall, others },
    missing: why === undefined ? 'no round finished' : `no round finished: ${why}`,
  };
}

/** Each below the case that it belongs to. */
function withReferences(rows: readonly Row[], { cases, passes }: Report): readonly Row[] {
  const references = serialReferences(cases, passes);
  return cases.flatMap(({ id }, index) => [
    rows[index]!,
    ...references
      .filter((reference) => reference.of === id)
      .map(({ name, shown, others }): Row => {
        const durations = { shown, others };
        return { name, manner: 'calculated', tone: 'quiet', durations, missing: '' };
      }),
  ]);
}

type Layout = Axis & {
  readonly width: number;
  /** Cells in front of the bars. */
  readonly label: number;
  /** Cells behind the bars, in which durations are aligned. */
  readonly end: number;
  readonly names: ReadonlyMap<Row, string>;
  readonly times: ReadonlyMap<Row, string>;
};

function layoutOf(rows: readonly Row[], width: number): Layout {
  const finished = rows.flatMap((row) =>
    row.durations ? [{ row, durations: row.durations }] : [],
  );
  const texts = durationsAlike(finished.map(({ durations: { shown } }) => shown));
  const names = barNames(rows, width);
  const label = Math.max(...names.map(({ length }) => length)) + barGap;
  const end = barGap + Math.max(0, ...texts.map(({ length }) => length));
  return {
    axis: axisOf(finished.map(({ durations }) => durations)),
    cells: Math.max(0, width - label - end - marginOf(width).length),
    width,
    label,
    end,
    names: new Map(rows.map((row, index) => [row, names[index]!])),
    times: new Map(finished.map(({ row }, index) => [row, texts[index]!])),
  };
}

type Room = Layout & { readonly height: number };

function barRows(row: Row, { names, times, ...place }: Room, theme: Theme): readonly Line[] {
  const { durations, missing, tone } = row;
  const { label, end } = place;
  const name = piece((names.get(row) ?? '').padEnd(label), tone);
  if (!durations) {
    const text = { text: missing, tone: 'warning' } as const;
    return [line(name, ...clipped([text], { width: place.width - label, height: 1 }).flat())];
  }

  const time = piece((times.get(row) ?? '').padStart(end), 'strong');
  return barBetween(name, durationBar(durations, { ...place, tone }, theme), time);
}
