import type { Kernel } from '../../source/workload/kernel.ts';
import { openKernel } from '../../source/workload/open-kernel.ts';
import { loadModule } from '../../source/workload/module.ts';
import type { WorkloadName } from '../../source/core/plan/workload.ts';
import { seeded } from '../helpers/numbers/random.ts';

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

const random = seeded(1202);

/** Every n to 300, then 20 more to 20,000: always the same ones. */
export const sizes: readonly number[] = [
  ...Array.from({ length: 301 }, (_, n) => n),
  ...Array.from({ length: 20 }, () => Math.floor(random() * 20_001)),
];
