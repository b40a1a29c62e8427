import {
  notReported,
  trustLevels,
  type TrustLevel,
  type TrustLine,
} from '../../core/report/trust/trust-lines.ts';
import { nameIn, reportedOf, unreportedText } from '../../core/report/trust/unreported.ts';
import { line, piece, spaced, type Line, type Piece } from '../canvas/line.ts';
import type { Theme, Tone } from '../canvas/theme.ts';

export const trustLabel = 'TRUST';

type Known = Exclude<TrustLevel, 'unknown'>;

const tones: Readonly<Record<Known, Tone>> = { warn: 'warning', note: 'note', ok: 'good' };

/** Worst first. */
const known = trustLevels.filter((level) => level !== 'unknown');

/** One row, worst first, as many as fit: "▲ other programs 31 %   ✓ no steal". */
export function trustRow(trust: readonly TrustLine[], width: number, theme: Theme): Line {
  const parts = known.flatMap((level) =>
    linesOf(trust, level).map((found) => line(markOf(level, theme), ` ${nameIn(found)}`)),
  );
  const nothing = trust.length === 0 ? 'nothing is known yet' : notReported;
  return parts.length === 0 ? line(piece(nothing, 'quiet')) : spaced(parts, width);
}

/** One row for each line, with its meaning, and one for all that cannot be known here. */
export function trustLines(trust: readonly TrustLine[], theme: Theme): readonly Line[] {
  const unknown = linesOf(trust, 'unknown');
  const unreported = unreportedText(unknown);
  return [
    ...known.flatMap((level) =>
      linesOf(trust, level).map(({ text }) => line(markOf(level, theme), ` ${text}`)),
    ),
    ...reportedOf(unknown).map(({ text }) => line(piece(`  ${text}`, 'quiet'))),
    ...(unreported === undefined ? [] : [line(piece(`  ${unreported}`, 'quiet'))]),
  ];
}

const linesOf = (trust: readonly TrustLine[], wanted: TrustLevel): readonly TrustLine[] =>
  trust.filter(({ level }) => level === wanted);

const markOf = (level: Known, { marks }: Theme): Piece =>
  piece(level === 'ok' ? marks.good : marks.note, tones[level]);
