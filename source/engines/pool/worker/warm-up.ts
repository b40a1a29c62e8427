import type { Milliseconds } from '../../../core/units.ts';
import type { Kernel } from '../../../workload/kernel.ts';
import { now } from '../../system/now.ts';

const longest: Milliseconds = 2000;
const blockLength: Milliseconds = 10;
/** The warm-up ends with a block that takes more than this share of the previous block's time. */
const improvement = 0.95;
/** Small enough for the L1 cache, since this warms the code, not the memory. */
const warmSize = 1000;

/** Allocates and touches the memory for `size` terms, then computes small tasks until they get no faster. */
export function warmUp(kernel: Kernel, size: number, goOn: () => boolean): void {
  kernel.reserve(Math.max(size, warmSize), goOn);
  const runs = runsIn(kernel, blockLength);
  const end = now() + longest;
  for (let before = Number.POSITIVE_INFINITY; now() < end && goOn();) {
    const took = block(kernel, runs);
    if (took > before * improvement) {
      return;
    }

    before = took;
  }
}

function runsIn(kernel: Kernel, length: Milliseconds): number {
  let runs = 0;
  for (const end = now() + length; now() < end; runs++) {
    run(kernel);
  }

  return runs;
}

function block(kernel: Kernel, runs: number): Milliseconds {
  const start = now();
  for (let done = 0; done < runs; done++) {
    run(kernel);
  }

  return now() - start;
}

const run = (kernel: Kernel): boolean => kernel.compute(warmSize, () => true);
