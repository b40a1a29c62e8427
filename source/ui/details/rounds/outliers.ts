import { fewestRounds } from '../../../core/statistics.ts';
import { line, type Line } from '../../canvas/line.ts';
import { marked, paragraph, type DetailsRequest, type Section } from '../section.ts';

/** Rounds that lie far off the median of their engine, with their cause if a counter shows one. */
export function outliers({ report, width, theme }: DetailsRequest): Section {
  const found = report.warnings.filter(({ code }) => code === 'outlier');
  const rows = found.flatMap(({ message }) =>
    marked({ text: theme.marks.note, tone: 'note' }, paragraph(message, width - 2)),
  );
  return { title: 'OUTLIERS', rows: rows.length > 0 ? rows : [noneRow(report.plan.rounds)] };
}

const noneRow = (rounds: number): Line =>
  line(
    rounds < fewestRounds
      ? `It takes ${fewestRounds} rounds to tell one.`
      : 'None: no round lies far off the median of its engine.',
  );
