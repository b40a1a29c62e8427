/**
 * Rounds `values` to `decimals` such that they add up to `total`, which their exact sum rounds to: every value is
 * rounded down, and the units that are missing go to the largest remainders (Hamilton's method).
 */
export function apportioned(
  values: readonly number[],
  { total, decimals }: { readonly total: number; readonly decimals: number },
): readonly number[] {
  const units = values.map((value) => value * 10 ** decimals);
  const floors = units.map(Math.floor);
  const remainder = (index: number) => units[index]! - floors[index]!;
  const missing = Math.round(total * 10 ** decimals) - floors.reduce((sum, unit) => sum + unit, 0);
  const raised = new Set(
    [...units.keys()]
      .toSorted((one, other) => remainder(other) - remainder(one))
      .slice(0, Math.max(0, missing)),
  );
  return floors.map((unit, index) => (unit + (raised.has(index) ? 1 : 0)) / 10 ** decimals);
}
