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

export type Axis = { readonly axis: Milliseconds; readonly cells: number };

export type BarPlace = Axis & {
  /** In rows. */
  readonly height: number;
  readonly tone: Tone;
};

/** The row of a high bar that has the dots. */
export const middleOf = (height: number): number => Math.floor((height - 1) / 2);

/** A bar with a dot for each other round in its middle row. Dots that meet are one larger dot. */
export function durationBar(
  durations: Durations,
  { axis, cells, height, tone }: BarPlace,
  theme: Theme,
): readonly Line[] {
  const length = cellsOf(durations.shown, { axis, cells });
  const marks = marksOf(durations, { axis, cells }, theme);
  return Array.from({ length: height }, (_, row) => {
    const fill = row === 0 ? theme.duration : theme.durationBelow;
    return line(
      ...Array.from({ length: Math.max(0, cells) }, (__, cell) => {
        const mark = row === middleOf(height) ? marks.get(cell) : undefined;
        return mark === undefined ? piece(cell < length ? fill : ' ', tone) : piece(mark, 'strong');
      }),
    );
  });
}

const cellsOf = (wall: Milliseconds, { axis, cells }: Axis): number =>
  filledCells(axis > 0 ? wall / axis : 0, Math.max(0, cells));

/** The cells with a mark: a dot for a round, a larger one for several, or that one lies beyond the axis. */
export function marksOf(
  { others }: Durations,
  place: Axis,
  { dot, dots, beyond }: Theme,
): ReadonlyMap<number, string> {
  const marks = new Map<number, { readonly count: number; readonly isBeyond: boolean }>();
  for (const wall of others) {
    const cell = Math.max(0, cellsOf(wall, place) - 1);
    const { count = 0, isBeyond = false } = marks.get(cell) ?? {};
    marks.set(cell, { count: count + 1, isBeyond: isBeyond || wall > place.axis });
  }

  return new Map(
    [...marks].map(([cell, { count, isBeyond }]) => {
      const found = count > 1 ? dots : dot;
      return [cell, isBeyond ? beyond : found];
    }),
  );
}
