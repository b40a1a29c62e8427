import type { Case } from '../../core/plan/plan.ts';
import { line, type Line, type Piece } from '../canvas/line.ts';
import { middleOf } from './duration-bar.ts';
import { mannerOf } from './manner.ts';
import { isWide, marginOf } from './margin.ts';

/** Cells between the columns in front of a bar and behind it. */
export const barGap = 2;

/** The name of a bar, and how its tasks run. */
export type BarName = { readonly name: string; readonly manner: string };

export const barNameOf = (planned: Pick<Case, 'id' | 'engine' | 'workers'>): BarName => ({
  name: planned.id,
  manner: mannerOf(planned),
});

/** What stands before the bars: "  pool   2 at a time", in narrow windows the name alone. */
export function barNames(bars: readonly BarName[], width: number): readonly string[] {
  const widest = Math.max(...bars.map(({ name }) => name.length));
  return bars.map(({ name, manner }) =>
    isWide(width) ? `${marginOf(width)}${name.padEnd(widest + barGap)}${manner}` : name,
  );
}

/** A bar with its name before the middle row and its time behind it. */
export const barBetween = (name: Piece, bar: readonly Line[], time: Piece): readonly Line[] =>
  bar.map((row, index) =>
    index === middleOf(bar.length)
      ? line(name, ...row, time)
      : line(' '.repeat(name.text.length), ...row),
  );
