import type { Milliseconds } from '../source/core/units.ts';
import type { Cell, Row, Screen } from './cells.ts';
import { isBlock } from './shapes.ts';
import type { Shot } from './shots.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

/** A part of a film in which most of the window does not change. */
export type Scene = {
  readonly from: Milliseconds;
  /** The cells that do not change, row by row; undefined in a zone. */
  readonly still: readonly (readonly (Cell | undefined)[])[];
  readonly zones: readonly Zone[];
};

/** Neighbouring cells of a row that change. */
export type Zone = {
  readonly row: number;
  readonly column: number;
  /** All their contents in the scene, each once. */
  readonly contents: readonly Row[];
  /** From when on which of the contents is shown. */
  readonly turns: readonly { readonly at: Milliseconds; readonly shows: number }[];
};

/** If this share of the window changes at once, a new scene begins. */
const cut = 0.25;

export const scenesOf = (shots: readonly Shot[]): readonly Scene[] =>
  takesOf(shots).map((take) => {
    const zones = zonesOf(take);
    return { from: take[0].at, still: stillOf(take[0].screen, zones), zones };
  });

type Take = [Shot, ...Shot[]];

function takesOf(shots: readonly Shot[]): readonly Take[] {
  const takes: Take[] = [];
  for (const [index, shot] of shots.entries()) {
    const before = shots[index - 1];
    if (before && changed(before.screen, shot.screen) < cut) {
      takes.at(-1)?.push(shot);
    } else {
      takes.push([shot]);
    }
  }

  return takes;
}

function changed(before: Screen, after: Screen): number {
  const [one, other] = [before.flat(), after.flat()];
  return other.filter((cell, at) => cell !== one[at]).length / other.length;
}

/** Up to this many unchanged cells between two zones are added to them: one more zone costs more than a few cells. */
const gap = 3;

function zonesOf(take: Take): readonly Zone[] {
  return take[0].screen.flatMap((first, row) => {
    const moving = [...first.keys()].filter((column) =>
      take.some(({ screen }) => screen[row]?.[column] !== first[column]),
    );
    return stretchesOf(
      [...moving, ...barsBeside(moving, first)].toSorted((a, b) => a - b),
      gap,
    ).map((stretch) => zoneOf(take, row, stretch));
  });
}

/** Moving bars are drawn whole: there would be a seam between their moving and their unchanged part. */
function barsBeside(moving: readonly number[], cells: Row): readonly number[] {
  const bars = stretchesOf(
    [...cells.keys()].filter((column) => isBlock(cells[column]!.text)),
    0,
  );
  return bars
    .filter(([from, to]) => moving.some((column) => column >= from - 1 && column <= to))
    .flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index));
}

function zoneOf(take: Take, row: number, [from, to]: Stretch): Zone {
  const contents: Row[] = [];
  const turns: { at: Milliseconds; shows: number }[] = [];
  for (const { at, screen } of take) {
    const content = screen[row]!.slice(from, to);
    const known = contents.findIndex((other) =>
      other.every((cell, index) => cell === content[index]),
    );
    const shows = known === -1 ? contents.push(content) - 1 : known;
    if (turns.at(-1)?.shows !== shows) {
      turns.push({ at, shows });
    }
  }

  return { row, column: from, contents, turns };
}

function stillOf(screen: Screen, zones: readonly Zone[]): Scene['still'] {
  return screen.map((cells, row) => {
    const inRow = zones.filter((zone) => zone.row === row);
    return cells.map((cell, column) =>
      inRow.some((zone) => column >= zone.column && column < zone.column + zone.contents[0]!.length)
        ? undefined
        : cell,
    );
  });
}
