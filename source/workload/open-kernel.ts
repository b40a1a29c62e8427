import type { WorkloadName } from '../core/plan/workload.ts';
import { openArena } from './arena.ts';
import { openBigint } from './bigint.ts';
import type { Kernel } from './kernel.ts';

const kernels: Readonly<Record<WorkloadName, (module: WebAssembly.Module) => Kernel>> = {
  list: (module) => openArena('list', module),
  pair: (module) => openArena('pair', module),
  bigint: openBigint,
};

/** Loads a workload into this thread. */
export function openKernel(workload: WorkloadName, module: WebAssembly.Module): Kernel {
  return kernels[workload](module);
}
