import type { Report } from '../../core/report/report.ts';
import { wrap } from '../../core/text/wrap.ts';
import { line } from '../canvas/line.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { clipped, type Paragraph } from '../canvas/paragraphs.ts';
import { priorities } from './priorities.ts';

/** A sentence cut to fewer rows says nothing. */
const leastRows = 2;

/** Advice on the losses, in one or two sentences per case. */
export function adviceZone({ advice }: Pick<Report, 'advice'>, width: number): Zone {
  const title = line('READ IT LIKE THIS');
  const paragraphs = advice.map(({ sentence }): Paragraph => ({ text: sentence, tone: 'plain' }));
  const rows = advice.flatMap(({ sentence }) => wrap(sentence, width)).map((row) => line(row));
  if (rows.length === 0) {
    return { title, priority: priorities.advice, variants: [bare([])] };
  }

  const heights = Array.from({ length: rows.length }, (_, index) => rows.length - index);
  const cut = heights.filter((height) => height >= leastRows && height < rows.length);
  const begun = (height: number) => bare(clipped(paragraphs, { width, height }));
  return {
    title,
    priority: priorities.sentence,
    variants: [
      later(priorities.adviceRule, ruled(rows)),
      ...(rows.length > leastRows ? [later(priorities.advice, bare(rows))] : [bare(rows)]),
      ...cut.map((height) =>
        height > leastRows ? later(priorities.advice, begun(height)) : begun(height),
      ),
      bare([]),
    ],
  };
}
