import { readFileSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import type { System } from './system.ts';

/** The system that fibtui runs on. */
export const realSystem: System = {
  readText,
  cpus: () => os.cpus(),
  totalMemory: () => os.totalmem(),
  freeMemory: () => os.freemem(),
  parallelism: () => os.availableParallelism(),
  platform: os.platform(),
  release: os.release(),
  arch: os.arch(),
  node: process.versions.node,
  v8: process.versions.v8,
};

// Synchronous: these files live in the kernel's memory, and a read takes 10–40 µs.
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
