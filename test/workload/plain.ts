import { openKernel, type Kernel } from '../../source/workload/kernel.ts';
import { loadModule } from '../../source/workload/module.ts';
import type { WorkloadName } from '../../source/core/workload.ts';

export const kernelModule = await loadModule();

export const open = (name: WorkloadName): Kernel => openKernel(name, kernelModule);

export const onAndOn = (): boolean => true;

/** The first n terms, added up in the plainest way. */
export function plainTerms(n: number): readonly bigint[] {
  const terms = [0n, 1n];
  for (let index = 2; index < n; index++) {
    terms.push((terms[index - 2] ?? 0n) + (terms[index - 1] ?? 0n));
  }

  return terms.slice(0, n);
}

/** Every n to 300, then 20 more to 20,000: always the same ones (mulberry32). */
export const sizes: readonly number[] = [
  ...Array.from({ length: 301 }, (_, n) => n),
  ...Array.from(
    { length: 20 },
    (
      (random) => () =>
        Math.floor(random() * 20_001)
    )(seeded(1202)),
  ),
];

export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
