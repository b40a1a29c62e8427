import type { Share } from '../../source/core/units.ts';

/** The quantile by nearest rank: always one of the values. */
export const quantileOf = (values: readonly number[], share: Share): number =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(share * values.length) - 1)]!;
