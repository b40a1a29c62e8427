import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import { piece, type Piece } from '../../canvas/line.ts';
import type { Theme } from '../../canvas/theme.ts';
import { lookOf } from '../../parts/engine-look.ts';

type Named = Pick<ReportCase, 'id' | 'engine'>;

const gap = 2;

/** The cells before the rows of these engines. */
export const labelWidth = (cases: readonly Named[]): number =>
  Math.max(0, ...cases.map(({ id }) => id.length)) + gap;

/** The name of an engine, in its colour. */
export const engineLabel = ({ id, engine }: Named, width: number, theme: Theme): Piece =>
  piece(id.padEnd(width), lookOf(engine, theme).tone);
