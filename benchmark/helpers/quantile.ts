import type { Share } from '../../source/core/units.ts';

/** The least of the values that so many of them do not exceed: the nearest rank, none of them is made up. */
export const quantileOf = (values: readonly number[], share: Share): number =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(share * values.length) - 1)]!;
