/**
 * Reads a whole number of at least 0 as people write it: 50000, 50_000, 50,000, 50k, 2M; undefined for anything else.
 * Numbers that are too large to be exact become infinite.
 */
export function parseCount(text: string): number | undefined {
  const match = /^(\d+|\d{1,3}(?:[_,]\d{3})+)([kM]?)$/.exec(text.trim());
  if (!match) {
    return undefined;
  }

  const [, digits = '', unit = ''] = match;
  const value = Number(digits.replaceAll(/[_,]/g, '')) * ({ k: 1e3, M: 1e6 }[unit] ?? 1);
  return Number.isSafeInteger(value) ? value : Number.POSITIVE_INFINITY;
}

/** Reads a number above 0 as people write it: 4, 0.5, 1.25; undefined for anything else. */
export function parseDecimal(text: string): number | undefined {
  return /^\d{1,9}(\.\d{1,6})?$/.test(text.trim()) && Number(text) > 0 ? Number(text) : undefined;
}
