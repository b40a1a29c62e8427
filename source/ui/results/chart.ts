import type { ReportCase } from '../../core/report/figures/report-case.ts';
import { finishedReportPasses } from '../../core/report/figures/report-pass.ts';
import type { Report } from '../../core/report/report.ts';
import { durationsAlike } from '../../core/text/format.ts';
import { emptyLine, line, piece, type Line } from '../canvas/line.ts';
import { clipped } from '../canvas/paragraphs.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, type Variant, type Zone } from '../canvas/zone.ts';
import { barBetween, barGap, barNames } from '../parts/bar-rows.ts';
import { axisOf, durationBar, marksOf, type Axis, type Durations } from '../parts/duration-bar.ts';
import { lookOf } from '../parts/engine-look.ts';
import { marginOf } from '../parts/margin.ts';
import { captionRow } from './chart-caption.ts';
import { priorities } from './priorities.ts';

/** The durations side by side: the typical round of every case on one axis from 0, and a dot for every other round. */
export function chartZone(report: Report, width: number, theme: Theme): Zone {
  const rows = report.cases.map((found) => rowOf(found, report));
  const layout = layoutOf(rows, width);
  const marks = rows.flatMap(({ durations }) =>
    durations ? [...marksOf(durations, layout, theme).values()] : [],
  );
  const caption = captionRow(report, { ...layout, marks }, theme);
  const bars = (height: number) => rows.map((row) => barRows(row, { ...layout, height }, theme));
  const apart = (height: number, priority: number): Variant => {
    const lines = bars(height).flatMap((bar, index) => (index > 0 ? [emptyLine, ...bar] : bar));
    return later(priority, bare([...lines, ...caption]));
  };
  const flat = bars(1).flat();
  return {
    title: emptyLine,
    priority: 0,
    variants: [
      apart(3, priorities.higherBars),
      apart(2, priorities.highBars),
      apart(1, priorities.bars),
      later(priorities.caption, bare([...flat, ...caption])),
      bare(flat),
    ],
  };
}

type Row = {
  readonly found: ReportCase;
  /** Undefined if none finished. */
  readonly durations: Durations | undefined;
  /** In place of its bar. */
  readonly missing: string;
};

function rowOf(found: ReportCase, { passes }: Pick<Report, 'passes'>): Row {
  const { id, typical } = found;
  const others = finishedReportPasses(passes, id)
    .filter(({ round }) => round !== typical?.round)
    .map(({ wall }) => wall);
  const failures = passes.flatMap((pass) =>
    pass.case === id && pass.status === 'failed' ? [pass.failure.message] : [],
  );
  const [why] = failures.map((message) => message.replace(new RegExp(`^${id}: `), ''));
  return {
    found,
    durations: typical && { shown: typical.wall, others },
    missing: why === undefined ? 'no round finished' : `no round finished: ${why}`,
  };
}

type Layout = Axis & {
  readonly width: number;
  /** Cells in front of the bars. */
  readonly label: number;
  /** Cells behind the bars, in which durations are aligned. */
  readonly end: number;
  readonly names: ReadonlyMap<ReportCase, string>;
  readonly times: ReadonlyMap<ReportCase, string>;
};

function layoutOf(rows: readonly Row[], width: number): Layout {
  const finished = rows.flatMap(({ found, durations }) =>
    durations ? [{ found, durations }] : [],
  );
  const texts = durationsAlike(finished.map(({ durations: { shown } }) => shown));
  const cases = rows.map(({ found }) => found);
  const names = barNames(cases, width);
  const label = Math.max(...names.map(({ length }) => length)) + barGap;
  const end = barGap + Math.max(0, ...texts.map(({ length }) => length));
  return {
    axis: axisOf(finished.map(({ durations }) => durations)),
    cells: Math.max(0, width - label - end - marginOf(width).length),
    width,
    label,
    end,
    names: new Map(cases.map((found, index) => [found, names[index]!])),
    times: new Map(finished.map(({ found }, index) => [found, texts[index]!])),
  };
}

type Room = Layout & { readonly height: number };

function barRows(
  { found, durations, missing }: Row,
  { names, times, ...place }: Room,
  theme: Theme,
): readonly Line[] {
  const { label, end } = place;
  const { tone } = lookOf(found.engine, theme);
  const name = piece((names.get(found) ?? '').padEnd(label), tone);
  if (!durations) {
    const text = { text: missing, tone: 'warning' } as const;
    return [line(name, ...clipped([text], { width: place.width - label, height: 1 }).flat())];
  }

  const time = piece((times.get(found) ?? '').padStart(end), 'strong');
  return barBetween(name, durationBar(durations, { ...place, tone }, theme), time);
}
