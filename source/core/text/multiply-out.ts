import { count } from './format.ts';

/** A factor of a product, at least 1 where it multiplies, and the same where it divides. */
export type Factor = { readonly value: number; readonly divides: boolean };

/** `value` as what it multiplies or divides by: 0.25 divides by 4. */
export const factorOf = (value: number): Factor =>
  value >= 1 ? { value, divides: false } : { value: 1 / value, divides: true };

/** Three digits are what a ratio has elsewhere. More are taken only where three cannot say the product. */
const fewestDigits = 3;
const mostDigits = 7;

/** How far a printed factor may be from its exact value, in units of its last digit. */
const steps = [0, -1, 1] as const;

/**
 * Factors as texts whose product, as a reader multiplies them out, prints as the whole: each is rounded, and where the
 * rounded ones miss it, as few as possible are rounded the other way.
 */
export function multipliedOut(
  factors: readonly Factor[],
  isWhole: (product: number) => boolean,
): readonly string[] {
  for (let digits = fewestDigits; digits < mostDigits; digits++) {
    const texts = closest(factors, digits, isWhole);
    if (texts) {
      return texts;
    }
  }

  return factors.map(({ value }) => rounded(value, { digits: mostDigits, step: 0 }));
}

/** The product that a reader gets from printed factors. */
export const productOf = (factors: readonly Factor[], texts: readonly string[]): number =>
  factors.reduce((product, { divides }, index) => {
    const value = Number(texts[index]!.replaceAll(',', ''));
    return divides ? product / value : product * value;
  }, 1);

function closest(
  factors: readonly Factor[],
  digits: number,
  isWhole: (product: number) => boolean,
): readonly string[] | undefined {
  return stepsOf(factors.length)
    .map((row) =>
      factors.map(({ value }, index) => rounded(value, { digits, step: row[index] ?? 0 })),
    )
    .find((texts) => {
      const product = productOf(factors, texts);
      // A product on the border between two texts would be read as either.
      return isWhole(product * (1 - hair)) && isWhole(product * (1 + hair));
    });
}

const hair = 1e-9;

/** All combinations of steps, those with the fewest away from 0 first. */
function stepsOf(length: number): ReadonlyArray<readonly number[]> {
  const rows = Array.from({ length }).reduce<ReadonlyArray<readonly number[]>>(
    (found) => found.flatMap((row) => steps.map((step) => [...row, step])),
    [[]],
  );
  const away = (row: readonly number[]) => row.filter((step) => step !== 0).length;
  return rows.toSorted((one, other) => away(one) - away(other));
}

type Rounding = { readonly digits: number; readonly step: number };

/** A printed factor stays at least 1. */
function rounded(value: number, { digits, step }: Rounding): string {
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(value) + 1e-12));
  const text = Math.max(1, value + step * 10 ** -decimals).toFixed(decimals);
  return decimals === 0 ? count(Number(text)) : text;
}
