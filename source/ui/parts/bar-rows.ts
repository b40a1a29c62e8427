import type { Case } from '../../core/plan/plan.ts';
import { line, type Line, type Piece } from '../canvas/line.ts';
import { middleOf } from './duration-bar.ts';
import { mannerOf } from './manner.ts';
import { isWide, marginOf } from './margin.ts';

/** Cells between the columns in front of a bar and behind it. */
export const barGap = 2;

/** What stands before the bars: "  pool   2 at a time", in narrow windows the name alone. */
export function barNames(
  cases: ReadonlyArray<Pick<Case, 'id' | 'engine' | 'workers'>>,
  width: number,
): readonly string[] {
  const widest = Math.max(...cases.map(({ id }) => id.length));
  return cases.map((planned) =>
    isWide(width)
      ? `${marginOf(width)}${planned.id.padEnd(widest + barGap)}${mannerOf(planned)}`
      : planned.id,
  );
}

/** A bar with its name before the middle row and its time behind it. */
export const barBetween = (name: Piece, bar: readonly Line[], time: Piece): readonly Line[] =>
  bar.map((row, index) =>
    index === middleOf(bar.length)
      ? line(name, ...row, time)
      : line(' '.repeat(name.text.length), ...row),
  );
