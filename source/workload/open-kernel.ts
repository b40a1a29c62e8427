import { readFile } from 'node:fs/promises';
import { EngineError, messageOf } from '../core/failure.ts';
import { workloadNames, workloads, type WorkloadName } from '../core/plan/workload.ts';
import { allOf } from '../core/text/listing.ts';
import { openArena } from './arena.ts';
import { openBigint } from './bigint.ts';
import type { Kernel } from './kernel.ts';

/** The compiled kernel of a workload; undefined for one that needs none. Rejects with an `EngineError`. */
export async function moduleFor(workload: WorkloadName): Promise<WebAssembly.Module | undefined> {
  return workloads[workload].onHeap ? undefined : loadModule();
}

let loaded: Promise<WebAssembly.Module> | undefined;

/** Reads and compiles the kernel, once. Threads can share the module: load it on the main thread. */
export async function loadModule(): Promise<WebAssembly.Module> {
  loaded ??= compileKernel();
  return loaded.catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
}

async function compileKernel(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') {
    throw lacking('WebAssembly, which this Node runs without (--jitless)');
  }

  const code = await readFile(new URL(import.meta.resolve('#kernel')));
  return WebAssembly.compile(code).catch((error: unknown) => {
    throw /simd/i.test(messageOf(error))
      ? lacking('SIMD instructions (SSE4.1 on x86), which this CPU or this Node lacks')
      : error;
  });
}

function lacking(what: string): EngineError {
  const [some, others] = [false, true].map((onHeap) =>
    allOf(workloadNames.filter((name) => workloads[name].onHeap === onHeap)),
  );
  return new EngineError({
    code: 'no-kernel',
    message: `${some} need ${what}.`,
    hint: `Take ${others}, which still runs here: --workload ${others}.`,
  });
}

type Open = (module: WebAssembly.Module | undefined) => Kernel;

const withModule =
  (open: (module: WebAssembly.Module) => Kernel): Open =>
  (module) => {
    if (!module) {
      throw new Error('the kernel is not loaded');
    }

    return open(module);
  };

const kernels: Readonly<Record<WorkloadName, Open>> = {
  list: withModule((module) => openArena('list', module)),
  pair: withModule((module) => openArena('pair', module)),
  bigint: openBigint,
};

/** Loads a workload into this thread. */
export function openKernel(workload: WorkloadName, module: WebAssembly.Module | undefined): Kernel {
  return kernels[workload](module);
}
