import { lookOf } from './engine-look.ts';
import type { Case } from '../../core/plan/plan.ts';
import { piece, type Piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';

type Named = Pick<Case, 'id' | 'engine'>;

/** The width of a column of case names: the same for all usual names, whichever are in the plan. */
export const nameWidth = (cases: readonly Named[]): number =>
  2 + Math.max(8, ...cases.map(({ id }) => id.length + 1));

/** "P pool" in the tone of its engine, padded to `width`. */
export const caseName = ({ id, engine }: Named, theme: Theme, width = 0): Piece => {
  const { letter, tone } = lookOf(engine, theme);
  return piece(`${letter} ${id}`.padEnd(width), tone);
};
