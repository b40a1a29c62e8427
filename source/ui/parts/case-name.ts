import { lookOf } from './engine-look.ts';
import type { Case } from '../../core/plan/plan.ts';
import { piece, type Piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';

type Named = Pick<Case, 'id' | 'engine'>;

/** Cells for the names of cases that stand below each other; of all usual ones the same, whichever are in the plan. */
export const nameWidth = (cases: readonly Named[]): number =>
  2 + Math.max(8, ...cases.map(({ id }) => id.length + 1));

/** "P pool" in the look of its engine, in so many cells at least. */
export const caseName = ({ id, engine }: Named, theme: Theme, width = 0): Piece => {
  const { letter, tone } = lookOf(engine, theme);
  return piece(`${letter} ${id}`.padEnd(width), tone);
};
