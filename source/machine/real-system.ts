import { readFileSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import type { Milliseconds } from '../core/units.ts';
import type { System } from './system.ts';

/** The system that fibtui runs on. */
export const realSystem: System = {
  readText,
  cpus: () => os.cpus(),
  totalMemory: () => os.totalmem(),
  freeMemory: () => os.freemem(),
  threadTime,
  parallelism: () => os.availableParallelism(),
  platform: os.platform(),
  release: os.release(),
  arch: os.arch(),
  node: process.versions.node,
  v8: process.versions.v8,
};

// Since Node 22.19.
function threadTime(): Milliseconds | undefined {
  const usage = process.threadCpuUsage?.();
  return usage && (usage.user + usage.system) / 1000;
}

// Synchronous: these files live in the kernel's memory, and a read takes 10–40 µs.
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
