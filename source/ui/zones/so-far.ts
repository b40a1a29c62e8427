import { duration, factor } from '../../core/format.ts';
import { speedup } from '../../core/speedup.ts';
import { median } from '../../core/statistics.ts';
import { wallsOf, type ProfileState } from '../../core/state.ts';
import { referenceOf } from '../../core/verdict.ts';
import { justified, line, piece, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

/** Every finished repeat, as far as there is room for the latest, and the median. */
export function soFarZone(profile: ProfileState, width: number, theme: Theme): Zone {
  const { cases } = profile.plan;
  const label = Math.max(8, ...cases.map(({ id }) => id.length + 1));
  const allWalls = cases.map(({ id }) => [...wallsOf(profile, id).values()]);
  const cell = Math.max(0, ...allWalls.flat().map((wall) => duration(wall).length));
  const lines = cases.map(({ id, engine }, index) => {
    const walls = allWalls[index] ?? [];
    const end = line(
      walls.length === 0
        ? ''
        : `median ${duration(median(walls)).padStart(8)}${against(profile, id)}`,
    );
    const room = width - 2 - label - lengthWithGap(end);
    const texts = walls.map((wall) => duration(wall).padStart(cell));
    return justified(
      line(piece(`${theme.mark(engine).letter} ${id.padEnd(label)}`, engine), latest(texts, room)),
      end,
      width,
    );
  });
  return { title: line('SO FAR'), priority: 2, variants: [ruled(lines), bare(lines), bare([])] };
}

const lengthWithGap = (parts: Line): number =>
  parts.reduce((total, { text }) => total + text.length, 0) + 4;

function against(profile: ProfileState, id: string): string {
  const reference = referenceOf(profile.plan);
  const found =
    reference && reference.id !== id
      ? speedup(wallsOf(profile, reference.id), wallsOf(profile, id))
      : undefined;
  return `   ${(found ? factor(found.value) : '').padStart(6)}`;
}

/** The last of the texts that fit beside each other. */
function latest(texts: readonly string[], room: number): string {
  return texts.reduceRight(
    (row, text) =>
      row.length + text.length + 2 <= room ? (row === '' ? text : `${text}  ${row}`) : row,
    '',
  );
}
