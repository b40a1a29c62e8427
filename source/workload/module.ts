import { readFile } from 'node:fs/promises';

/** Reads and compiles the kernel. Threads share what comes back: do it once, on the main thread. */
export async function loadModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL(import.meta.resolve('#kernel'))));
}
