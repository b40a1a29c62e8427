const written = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:_\d{3})+)(?:(\.\d+)?(k|M|e\d{1,3}))?$/;

/**
 * Reads a whole number of at least 0 as people write it: 50000, 50_000, 50,000, 50k, 1.5k, 2M, 5e4; undefined for
 * anything else. Numbers that are too large to be exact become infinite.
 */
export function parseCount(text: string): number | undefined {
  const match = written.exec(text.trim());
  if (!match) {
    return undefined;
  }

  const [, groups = '', point = '', factor = ''] = match;
  const decimals = point.slice(1).replace(/0+$/, '');
  const zeros = zerosOf(factor) - decimals.length;
  if (zeros < 0) {
    return undefined;
  }

  const value = Number(`${groups.replaceAll(/[_,]/g, '')}${decimals}${'0'.repeat(zeros)}`);
  return Number.isSafeInteger(value) ? value : Number.POSITIVE_INFINITY;
}

const zerosOf = (factor: string): number =>
  ({ '': 0, k: 3, M: 6 })[factor] ?? Number(factor.slice(1));

/** How to write a number that was written as elsewhere: "50,000" for 50.000; undefined for a count, and where it could mean anything. */
export function respelled(text: string): string | undefined {
  const given = text.trim();
  if (parseCount(given) !== undefined) {
    return undefined;
  }

  if (/^\d{1,3}(?:[.,_'’\s]\d{3})+$/.test(given)) {
    return given.replaceAll(/\D/g, ',');
  }

  const lower = given.replace(/K$/, 'k').replace('E', 'e');
  return parseCount(lower) === undefined ? undefined : lower;
}

/** Reads a number above 0 as people write it: 4, 0.5, 1.25, 1,000 or 1k; undefined for anything else. */
export function parseDecimal(text: string): number | undefined {
  const given = text.trim();
  const value = /^\d{1,9}\.\d{1,6}$/.test(given) ? Number(given) : parseCount(given);
  return value !== undefined && value > 0 ? value : undefined;
}
