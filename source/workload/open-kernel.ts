import type { WorkloadName } from '../core/plan/workload.ts';
import { openArena } from './arena.ts';
import { openBigint } from './bigint.ts';
import type { Kernel } from './kernel.ts';

/** Loads a workload into this thread. */
export function openKernel(workload: WorkloadName, module: WebAssembly.Module): Kernel {
  return workload === 'bigint' ? openBigint() : openArena(workload, module);
}
