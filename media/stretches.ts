/** A range of columns, without its end. */
export type Stretch = readonly [from: number, to: number];

/** Joins ascending columns into stretches. A stretch may contain gaps of at most `gap` columns. */
export function stretchesOf(columns: readonly number[], gap: number): readonly Stretch[] {
  const stretches: [number, number][] = [];
  for (const column of columns) {
    const before = stretches.at(-1);
    if (before && column - before[1] <= gap) {
      before[1] = column + 1;
    } else {
      stretches.push([column, column + 1]);
    }
  }

  return stretches;
}
