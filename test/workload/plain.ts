import type { Kernel } from '../../source/workload/kernel.ts';
import { loadModule, openKernel } from '../../source/workload/open-kernel.ts';
import type { WorkloadName } from '../../source/core/plan/workload.ts';
import { seeded } from '../helpers/numbers/random.ts';

export const kernelModule = await loadModule();

export const open = (name: WorkloadName): Kernel => openKernel(name, kernelModule);

export const keepGoing = (): boolean => true;

/** The first n terms, by plain addition. */
export function plainTerms(n: number): readonly bigint[] {
  const terms = [0n, 1n];
  for (let index = 2; index < n; index++) {
    terms.push((terms[index - 2] ?? 0n) + (terms[index - 1] ?? 0n));
  }

  return terms.slice(0, n);
}

const random = seeded(1202);

/** Every n up to 300, then 20 seeded random ones up to 20,000. */
export const sizes: readonly number[] = [
  ...Array.from({ length: 301 }, (_, n) => n),
  ...Array.from({ length: 20 }, () => Math.floor(random() * 20_001)),
];
