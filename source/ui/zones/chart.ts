import { finePercent, duration, factor } from '../../core/format.ts';
import type { Report, ReportCase } from '../../core/report.ts';
import { line, piece, type Line } from '../line.ts';
import { meter } from '../meter.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** Below this width the interval stands in the verdict alone, and the bars get its room. */
const roomForIntervals = 70;

/** The side-by-side bars: medians on one axis. */
export function chartZone({ cases }: Report, width: number, theme: Theme): Zone {
  const wide = width >= roomForIntervals;
  const ends = endsOf(cases, wide);
  const label = Math.max(8, ...cases.map(({ id }) => id.length + 1));
  const scale: Scale = {
    axis: Math.max(...cases.map(({ median = 0 }) => median)),
    label,
    cells: width - label - 4 - Math.max(0, ...ends.map(({ length }) => length)),
  };
  const covered = wide ? cases.find((found) => found.coverage !== undefined)?.coverage : undefined;
  const sure = covered === undefined ? '' : ` and its ${finePercent(covered)} interval`;
  const rows = cases.map((found, index) => chartRow(found, ends[index] ?? '', scale, theme));
  return {
    title: line(`DURATION   median${sure}, shorter is better`),
    priority: 0,
    variants: [ruled(rows), bare(rows)],
  };
}

/** Median, interval and factor of every case, in columns; nothing of a case that has no median. */
function endsOf(cases: readonly ReportCase[], wide: boolean): readonly string[] {
  const reference = cases.find(({ speedup }) => speedup)?.speedup?.over;
  const columns = cases.map((found) =>
    found.median === undefined
      ? []
      : [
          duration(found.median),
          ...(wide ? [intervalOf(found, found.median)] : []),
          factorOf(found, reference),
        ],
  );
  const least = wide ? [8, 19, 6] : [8, 6];
  const widths = least.map((width, column) =>
    Math.max(width, ...columns.map((texts) => texts[column]?.length ?? 0)),
  );
  return columns.map((texts) =>
    texts.map((text, column) => text.padStart(widths[column] ?? 0)).join('  '),
  );
}

type Scale = { readonly axis: number; readonly label: number; readonly cells: number };

function chartRow(found: ReportCase, end: string, scale: Scale, theme: Theme): Line {
  const { id, engine, median } = found;
  const { axis, label, cells } = scale;
  const { letter, fill } = theme.mark(engine);
  const name = piece(`${letter} ${id.padEnd(label)}`, engine);
  if (median === undefined) {
    return line(name, piece('no finished pass', 'faint'));
  }

  const drawn = meter(axis > 0 ? median / axis : 0, cells, { glyph: fill, tone: engine }, theme);
  return line(name, ...drawn, `  ${end}`);
}

const intervalOf = ({ low, high }: ReportCase, median: number): string =>
  `${duration(low ?? median)} .. ${duration(high ?? median)}`;

function factorOf({ id, speedup }: ReportCase, reference: string | undefined): string {
  if (speedup) {
    return factor(speedup.value);
  }

  return id === reference ? factor(1) : '';
}
