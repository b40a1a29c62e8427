import { filledCells } from '../../core/text/glyphs.ts';
import type { Milliseconds } from '../../core/units.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import type { Theme, Tone } from '../canvas/theme.ts';

/** The duration that a bar shows, and those of other rounds. */
export type Durations = { readonly shown: Milliseconds; readonly others: readonly Milliseconds[] };

/** A round that took so many times as long as the longest bar lies beyond the axis, so that bars keep their length. */
const longestAxis = 1.5;

/** The end of the common axis, which begins at 0. */
export function axisOf(all: readonly Durations[]): Milliseconds {
  const bars = Math.max(0, ...all.map(({ shown }) => shown));
  const longest = Math.max(bars, ...all.flatMap(({ others }) => others));
  return Math.min(longest, bars * longestAxis);
}

export type BarPlace = {
  readonly axis: Milliseconds;
  readonly cells: number;
  /** In rows. */
  readonly height: number;
  readonly tone: Tone;
};

/** A bar with a dot for each other round in its middle row. Dots that meet are counted. */
export function durationBar(
  { shown, others }: Durations,
  { axis, cells, height, tone }: BarPlace,
  theme: Theme,
): readonly Line[] {
  const cellsOf = (wall: Milliseconds) => filledCells(axis > 0 ? wall / axis : 0, cells);
  const length = cellsOf(shown);
  const marked = Math.floor((height - 1) / 2);
  const marks = marksOf(
    others.map((wall) => ({ cell: Math.max(0, cellsOf(wall) - 1), isBeyond: wall > axis })),
    theme,
  );
  return Array.from({ length: height }, (_, row) => {
    const fill = row === 0 ? theme.duration : theme.durationBelow;
    return line(
      ...Array.from({ length: Math.max(0, cells) }, (__, cell) => {
        const mark = row === marked ? marks.get(cell) : undefined;
        return mark === undefined ? piece(cell < length ? fill : ' ', tone) : piece(mark, 'strong');
      }),
    );
  });
}

type Mark = { readonly cell: number; readonly isBeyond: boolean };

function marksOf(rounds: readonly Mark[], { dot, beyond }: Theme): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  for (const { cell, isBeyond } of rounds) {
    const met = rounds.filter((other) => other.cell === cell).length;
    const glyph = met === 1 ? dot : String(Math.min(met, 9));
    marks.set(cell, isBeyond ? beyond : glyph);
  }

  return marks;
}
