import { widthOf } from '../../core/text/cells.ts';

/** Cells of a line. */
type Rooms = { readonly first: number; readonly later: number };

/**
 * A quoted word of a shell in pieces that are one word again where nothing stands between them: quotes are closed at the
 * end of a piece and opened at the beginning of the next.
 */
export function shellPieces(word: string, { first, later }: Rooms): readonly string[] {
  const pieces: string[] = [];
  let [piece, quote] = ['', ''];
  for (const unit of unitsOf(word)) {
    const after = unit === "'" ? other(quote) : quote;
    const room = pieces.length === 0 ? first : later;
    if (widthOf(piece + unit + after) <= room) {
      piece += unit;
    } else {
      pieces.push(piece + quote);
      piece = quote + unit;
    }

    quote = after;
  }

  return [...pieces, piece];
}

const other = (quote: string): string => (quote === '' ? "'" : '');

/** Characters, and outside of quotes a backslash with what it quotes. */
function unitsOf(word: string): readonly string[] {
  const segments = word.match(/'[^']*'|\\[^]|[^'\\]/gu) ?? [];
  return segments.flatMap((segment) => (segment.startsWith("'") ? Array.from(segment) : [segment]));
}
