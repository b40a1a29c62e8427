import { moment } from '../../core/text/format.ts';
import { decadeTicks, ticksBetween } from '../../core/timeline/ticks.ts';
import type { TimesAxis } from '../../core/timeline/task-times.ts';
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
    label: moment(time, step, to),
  }));
  return { step, marks };
}

/** Times within a stretch are shown in tenths of its marks. */
export const precisionOf = (stretch: Stretch): Milliseconds => marksOf(stretch).step / 10;

/** Marks in round steps, each followed by its label if it fits. */
export const axisLine = (stretch: Stretch, theme: Theme): Line =>
  lineOf(marksOf(stretch).marks, stretch.cells, theme);

/** The axis of a histogram with a bin for every cell. */
export function timesLine(axis: TimesAxis, cells: number, theme: Theme): Line {
  const { from, to, logarithmic } = axis;
  if (!logarithmic) {
    return axisLine({ from, to, cells }, theme);
  }

  const cellOf = (time: Milliseconds) => (Math.log(time / from) / Math.log(to / from)) * cells;
  const marks = decadeTicks(from, to).map((time) => ({
    cell: Math.floor(cellOf(time) + 1e-6),
    label: moment(time, 10 ** Math.floor(Math.log10(time) + 1e-9)),
  }));
  return lineOf(marks, cells, theme);
}

function lineOf(marks: readonly Mark[], cells: number, { vertical }: Theme): Line {
  let text = '';
  for (const { cell, label } of marks) {
    if (cell + 1 + label.length <= cells && (text === '' || cell > text.length)) {
      text = `${text.padEnd(cell)}${vertical}${label}`;
    }
  }

  return fitted([piece(text, 'quiet')], cells);
}
