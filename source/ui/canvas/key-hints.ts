import { emptyLine, lengthOf, line, piece, type Line } from './line.ts';

/** What a key does on a screen. */
export type KeyHint = {
  /** As it is written on the keyboard: "enter", "←/→", "g". */
  readonly keys: string;
  /** A verb or the name of what comes: "run", "timeline". From the longest wording to the shortest. */
  readonly does: readonly [string, ...string[]];
  /** Hints with higher numbers go first where the row is too short; 0 if omitted. */
  readonly rank?: number;
};

const gap = '  ';

/**
 * One row of hints: whole, then in shorter words, then without those of the highest rank. A row that leaves some out ends
 * in "… ? all keys" in place of the hint for help.
 */
export function keyHints(hints: readonly KeyHint[], width: number, more = '…'): Line {
  const wordings = [0, 1, 2].map((wording) => hintsLine(hints, wording));
  const whole = wordings.find((row) => lengthOf(row) <= width);
  if (whole) {
    return whole;
  }

  const rest = line(piece(more, 'quiet'), ' ', piece('?', 'key'), ' all keys');
  let kept: readonly KeyHint[] = hints.filter(({ keys }) => keys !== '?');
  while (kept.length > 0) {
    const row = [...hintsLine(kept, Number.POSITIVE_INFINITY), piece(gap), ...rest];
    if (lengthOf(row) <= width) {
      return row;
    }

    kept = withoutLeast(kept);
  }

  return rest;
}

/** Drops the last of those that matter least. */
function withoutLeast(hints: readonly KeyHint[]): readonly KeyHint[] {
  const highest = Math.max(...hints.map(({ rank = 0 }) => rank));
  const index = hints.findLastIndex(({ rank = 0 }) => rank === highest);
  return hints.toSpliced(index, 1);
}

const hintsLine = (hints: readonly KeyHint[], wording: number): Line =>
  hints.flatMap(({ keys, does }, index) => [
    ...(index > 0 ? [piece(gap)] : emptyLine),
    piece(keys, 'key'),
    piece(` ${does[Math.min(wording, does.length - 1)]}`),
  ]);
