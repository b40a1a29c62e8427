/** Proof that a task computed its sequence. */
export type Answer = {
  /** The last term modulo 2⁶⁴, as 16 hexadecimal digits. */
  readonly digest: string;
  /** The sum of 64 kept terms modulo 2⁶¹ − 1, in decimal; only if the workload keeps every term. */
  readonly kept?: string;
};

const digestModulus = 2n ** 64n;
export const keptModulus = 2n ** 61n - 1n;
const keptSamples = 64;

/** Indices of the terms in the kept sum: ⌊k·(n − 1)/63⌋ for k = 0 … 63; none for an empty sequence. */
export function keptPositions(n: number): readonly number[] {
  if (n === 0) {
    return [];
  }

  return Array.from({ length: keptSamples }, (_, k) =>
    Math.floor((k * (n - 1)) / (keptSamples - 1)),
  );
}

export const digestOf = (lastTerm: bigint): string =>
  (lastTerm % digestModulus).toString(16).padStart(16, '0');

/**
 * The right answer for n terms, by fast doubling instead of adding up the sequence:
 * F(2k) = F(k)·(2F(k+1) − F(k)) and F(2k+1) = F(k)² + F(k+1)².
 */
export function fibonacciAnswer(n: number, keeps: boolean): Answer {
  const digest = digestOf(n === 0 ? 0n : fibonacciModulo(n - 1, digestModulus));
  if (!keeps) {
    return { digest };
  }

  const sum = keptPositions(n).reduce(
    (total, index) => total + fibonacciModulo(index, keptModulus),
    0n,
  );
  return { digest, kept: String(sum % keptModulus) };
}

function fibonacciModulo(index: number, modulus: bigint): bigint {
  let [a, b] = [0n, 1n];
  for (const bit of index.toString(2)) {
    const double = a * (2n * b - a + modulus);
    const next = a * a + b * b;
    [a, b] = bit === '1' ? [next, double + next] : [double, next];
    [a, b] = [a % modulus, b % modulus];
  }

  return a;
}
