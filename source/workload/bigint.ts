import { resourceLimits } from 'node:worker_threads';
import { digestOf, keptModulus, keptPositions } from '../core/plan/fibonacci.ts';
import { bigintListBytes, workloads } from '../core/plan/workload.ts';
import type { Kernel } from './kernel.ts';

/** Words of BigInts between two ticks: about 0.1 ms of work, more during a garbage collection. */
const sliceWords = 2 ** 16;

/** Overhead of a term (allocation, header, slot in the list), in the words that could be added in that time. */
const wordsPerTerm = 10;

/** Each term adds log₂ φ = 0.6942 bits. */
const termsPerWord = 64 / 0.6942;

/**
 * V8 should end only the thread that overruns its heap, but usually ends the whole program. So a list may fill only
 * this share of the heap, which leaves room for garbage that is not yet collected.
 */
const fullHeap = 0.6;
const room =
  fullHeap * (resourceLimits.maxOldGenerationSizeMb ?? Number.POSITIVE_INFINITY) * 2 ** 20;

export const outOfHeap = 'its list outgrew the heap';

/** The list in plain JavaScript: a new array for every task, with numbers that V8 allocates one by one. */
export function openBigint(): Kernel {
  const { share } = workloads.bigint;
  let terms: bigint[] = [];

  return {
    // Only computing can grow V8's heap, which then stays for the next task.
    reserve() {},
    compute(n, tick) {
      terms = [0n, 1n].slice(0, n);
      do {
        extend(terms, Math.min(n, terms.length + sliceTerms(terms.length)));
        if (!tick(share(terms.length, n))) {
          return false;
        }

        if (bigintListBytes(terms.length) > room) {
          terms = [];
          throw new RangeError(outOfHeap);
        }
      } while (terms.length < n);

      return true;
    },
    term(index) {
      const term = terms[index];
      if (term === undefined) {
        throw new RangeError(
          `Term ${index} is not kept: there are terms 0 to ${terms.length - 1}.`,
        );
      }

      return term;
    },
    answer() {
      const positions = keptPositions(terms.length);
      const sum = positions.reduce(
        (total, index) => total + ((terms[index] ?? 0n) % keptModulus),
        0n,
      );
      return { digest: digestOf(terms.at(-1) ?? 0n), kept: String(sum % keptModulus) };
    },
  };
}

const sliceTerms = (index: number): number =>
  Math.ceil(sliceWords / (index / termsPerWord + wordsPerTerm));

/** The hot loop, a separate function without progress reports. */
function extend(terms: bigint[], length: number): void {
  let older = terms.at(-2) ?? 0n;
  let newer = terms.at(-1) ?? 0n;
  while (terms.length < length) {
    const next = older + newer;
    terms.push(next);
    older = newer;
    newer = next;
  }
}
