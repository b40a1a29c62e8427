import type { Report } from '../../core/report/report.ts';
import { firstFitting, lengthOf, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { marginOf } from '../parts/margin.ts';

type Place = {
  readonly width: number;
  /** Cells in front of the bars, under which it begins if it fits there. */
  readonly label: number;
  /** Those on the bars. */
  readonly marks: readonly string[];
};

/** Which round the bars are of, and what the dots are; no row with a single round. */
export function captionRow(
  { plan, cases, verdict }: Report,
  { width, label, marks }: Place,
  { dot, dots: several }: Theme,
): readonly Line[] {
  const typical = cases.flatMap(({ id, typical: found }) =>
    found ? [{ id, round: found.round }] : [],
  );
  const [first, ...others] = new Set(typical.map(({ round }) => round));
  if (first === undefined || plan.rounds === 1) {
    return [];
  }

  const why = verdict.comparisons.length > 0 ? 'middle speed-up' : 'middle duration';
  const each = typical.map(({ id, round }) => `${id} ${round}`).join(', ');
  const met = marks.includes(several) ? `, ${several} several` : '';
  const dots = marks.length > 0 ? [`${dot} the others${met}`] : [];
  const wordings =
    others.length === 0
      ? [
          [`round ${first}, which has the ${why}`, ...dots],
          [`round ${first}`, ...dots],
        ]
      : [[`rounds: ${each}`, ...dots]];
  const row = firstFitting(
    wordings.map((texts) => texts.map((text) => line(piece(text, 'quiet')))),
    width - marginOf(width).length,
  );
  return [line(' '.repeat(Math.max(0, Math.min(label, width - lengthOf(row)))), ...row)];
}
