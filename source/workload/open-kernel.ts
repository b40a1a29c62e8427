import { readFile } from 'node:fs/promises';
import type { WorkloadName } from '../core/plan/workload.ts';
import { openArena } from './arena.ts';
import { openBigint } from './bigint.ts';
import type { Kernel } from './kernel.ts';

/** Reads and compiles the kernel. Threads can share the module: load it once, on the main thread. */
export async function loadModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL(import.meta.resolve('#kernel'))));
}

const kernels: Readonly<Record<WorkloadName, (module: WebAssembly.Module) => Kernel>> = {
  list: (module) => openArena('list', module),
  pair: (module) => openArena('pair', module),
  bigint: openBigint,
};

/** Loads a workload into this thread. */
export function openKernel(workload: WorkloadName, module: WebAssembly.Module): Kernel {
  return kernels[workload](module);
}
