import { moment } from '../../core/text/format.ts';
import { ticksBetween } from '../../core/timeline/ticks.ts';
import type { Stretch } from '../../core/timeline/timeline.ts';
import type { Milliseconds } from '../../core/units.ts';
import { fitted, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';

type Mark = { readonly cell: number; readonly label: string };

type Marks = { readonly step: Milliseconds; readonly marks: readonly Mark[] };

/** Cells between two marks; the first distance that leaves room for the labels is taken. */
const distances = [9, 11, 13, 15] as const;

const widest = 18;

const marksOf = (stretch: Stretch): Marks =>
  distances
    .map((distance) => ({ distance, ...marksAt(stretch, distance) }))
    .find(({ distance, marks }) => haveRoom(marks, distance)) ?? marksAt(stretch, widest);

/** A label needs a cell for its mark, and one behind it. */
const haveRoom = (marks: readonly Mark[], cells: number): boolean =>
  marks.every(({ label }) => label.length + 2 <= cells);

function marksAt({ from, to, cells }: Stretch, distance: number): Marks {
  const slice = (to - from) / cells;
  const { step, at } = ticksBetween(from, to, slice * distance);
  const marks = at.map((time) => ({
    cell: Math.floor((time - from) / slice + 1e-6),
    label: moment(time, step),
  }));
  return { step, marks };
}

/** Times within a stretch are shown in tenths of its marks. */
export const precisionOf = (stretch: Stretch): Milliseconds => marksOf(stretch).step / 10;

/** Marks in round steps, each followed by its label if it fits. */
export function axisLine(stretch: Stretch, { vertical }: Theme): Line {
  const { cells } = stretch;
  let text = '';
  for (const { cell, label } of marksOf(stretch).marks) {
    if (cell + 1 + label.length <= cells && cell >= text.length) {
      text = `${text.padEnd(cell)}${vertical}${label}`;
    }
  }

  return fitted([piece(text, 'faint')], cells);
}
