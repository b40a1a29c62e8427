import { openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import type { Milliseconds } from '../core/units.ts';
import type { System } from './system.ts';

/** The system that fibtui runs on. */
export const realSystem: System = {
  readText,
  openText,
  readFolder,
  now: () => performance.now(),
  cpus: () => os.cpus(),
  totalMemory: () => os.totalmem(),
  freeMemory: () => os.freemem(),
  threadTime,
  processTime,
  parallelism: () => os.availableParallelism(),
  platform: os.platform(),
  release: os.release(),
  arch: os.arch(),
  node: process.versions.node,
  v8: process.versions.v8,
};

// Node 22.19 and newer.
function threadTime(): Milliseconds | undefined {
  const usage = process.threadCpuUsage?.();
  return usage && (usage.user + usage.system) / 1000;
}

function processTime(): Milliseconds {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** For files of one line: at most 256 bytes are read. */
function openText(path: string): (() => string | undefined) | undefined {
  try {
    const file = openSync(path, 'r');
    const buffer = Buffer.alloc(256);
    return () => {
      try {
        return buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}

function readFolder(path: string): readonly string[] | undefined {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

// Synchronous: the kernel serves these files from memory, and a read takes 10–40 µs.
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
