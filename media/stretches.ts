/** Columns in their order as stretches from one up to another, over gaps of so many at most. */
export function stretchesOf(
  columns: readonly number[],
  gap: number,
): readonly (readonly [from: number, to: number])[] {
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
