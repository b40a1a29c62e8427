import type { TrustLevel, TrustLine } from '../../core/report/trust/trust-lines.ts';
import { firstFitting, line, piece, type Line } from '../canvas/line.ts';
import type { Tone } from '../canvas/theme.ts';

const tones: Readonly<Record<TrustLevel, Tone>> = {
  warn: 'warning',
  note: 'strong',
  ok: 'plain',
  unknown: 'faint',
};

export const trustLabel = 'TRUST';

/** Worst first. */
const levels: readonly TrustLevel[] = ['warn', 'note', 'ok', 'unknown'];

const levelWidth = Math.max(...levels.map(({ length }) => length));

/** One row for each line, with its explanation. */
export const trustLines = (trust: readonly TrustLine[]): readonly Line[] =>
  levels.flatMap((level) =>
    linesOf(trust, level).map(({ text }) =>
      line('  ', piece(level.padEnd(levelWidth), tones[level]), `  ${text}`),
    ),
  );

/** One row for all lines: "warn  other load 31 %   ok  no steal, 2 more   unknown  governor". */
export function trustRow(trust: readonly TrustLine[], width: number): Line {
  const most = linesOf(trust, 'ok').length;
  const fewer = Array.from({ length: Math.max(1, most) }, (_, left) => most - left);
  const forms = [Number.POSITIVE_INFINITY, 0].flatMap((unknown) =>
    fewer.map((ok) => partsOf(trust, { ok, unknown })),
  );
  return firstFitting([...forms, partsOf(trust, { ok: 0, unknown: 0 })], width);
}

const linesOf = (trust: readonly TrustLine[], wanted: TrustLevel): readonly TrustLine[] =>
  trust.filter(({ level }) => level === wanted);

/** How many lines of these levels are named rather than counted. */
type Counts = { readonly ok: number; readonly unknown: number };

function partsOf(trust: readonly TrustLine[], counts: Counts): readonly Line[] {
  const most: Partial<Record<TrustLevel, number>> = counts;
  return levels
    .map((level) => ({ level, texts: linesOf(trust, level).map(briefly) }))
    .filter(({ texts }) => texts.length > 0)
    .map(({ level, texts }, index) =>
      line(
        index === 0 ? '  ' : '',
        piece(level, tones[level]),
        `  ${named(texts, most[level] ?? texts.length, trust.length)}`,
      ),
    );
}

/** The text up to its colon. */
const briefly = ({ text }: TrustLine): string => text.replace(/:.*/, '');

function named(texts: readonly string[], most: number, all: number): string {
  const first = texts.slice(0, most);
  const rest = texts.length - first.length;
  if (first.length === 0) {
    return `${rest} of ${all}`;
  }

  return [...first, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
