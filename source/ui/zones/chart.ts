import { coverage, duration, factor } from '../../core/format.ts';
import type { Report, ReportCase } from '../../core/report.ts';
import { line, piece, type Line } from '../line.ts';
import { meter } from '../meter.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** Below this width the interval stands in the verdict alone, and the bars get its room. */
const roomForIntervals = 70;

/** The side-by-side bars: medians on one axis. */
export function chartZone({ cases }: Report, width: number, theme: Theme): Zone {
  const scale: Scale = {
    axis: Math.max(...cases.map(({ median = 0 }) => median)),
    label: Math.max(8, ...cases.map(({ id }) => id.length + 1)),
    width,
    reference: cases.find(({ speedup }) => speedup)?.speedup?.over,
  };
  const covered = cases.find((found) => found.coverage !== undefined)?.coverage;
  const sure = covered === undefined ? '' : ` and its ${coverage(covered)} interval`;
  const rows = cases.map((found) => chartRow(found, scale, theme));
  return {
    title: line(`DURATION   median${sure}, shorter is better`),
    priority: 0,
    variants: [ruled(rows), bare(rows)],
  };
}

type Scale = {
  readonly axis: number;
  readonly label: number;
  readonly width: number;
  /** The case that the others are compared with. */
  readonly reference: string | undefined;
};

function chartRow(found: ReportCase, { axis, label, width, reference }: Scale, theme: Theme): Line {
  const { id, engine, median } = found;
  const { letter, fill } = theme.mark(engine);
  const name = piece(`${letter} ${id.padEnd(label)}`, engine);
  if (median === undefined) {
    return line(name, piece('no finished pass', 'faint'));
  }

  const end = [
    duration(median).padStart(8),
    ...(width < roomForIntervals ? [] : [intervalOf(found, median).padStart(19)]),
    factorOf(found, reference).padStart(6),
  ];
  const cells = width - label - 2 - end.join('  ').length - 2;
  const drawn = meter(axis > 0 ? median / axis : 0, cells, { glyph: fill, tone: engine }, theme);
  return line(name, ...drawn, `  ${end.join('  ')}`);
}

const intervalOf = ({ low, high }: ReportCase, median: number): string =>
  `${duration(low ?? median)} .. ${duration(high ?? median)}`;

function factorOf({ id, speedup }: ReportCase, reference: string | undefined): string {
  if (speedup) {
    return factor(speedup.value);
  }

  return id === reference ? factor(1) : '';
}
