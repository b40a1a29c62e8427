import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CpuInfo, System } from '../../source/machine/system.ts';

const trees = fileURLToPath(new URL('../fixtures/machine', import.meta.url));

export const gibibyte = 2 ** 30;

/** A system with 8 CPUs and 16 GiB, 3 of them free, that reads its files below test/fixtures/machine/`tree`. */
export function fixtureSystem(tree: string, changes: Partial<System> = {}): System {
  return {
    readText(path) {
      try {
        return readFileSync(`${trees}/${tree}${path}`, 'utf8');
      } catch {
        return undefined;
      }
    },
    cpus: () => runtimeCpus(8),
    totalMemory: () => 16 * gibibyte,
    freeMemory: () => 3 * gibibyte,
    threadTime: () => undefined,
    parallelism: () => 8,
    platform: 'linux',
    release: '6.1.0',
    arch: 'x64',
    node: '24.0.0',
    v8: '13.6',
    ...changes,
  };
}

/** `system`, but with these files in place of its own. */
export function withFiles(system: System, files: Readonly<Record<string, string>>): System {
  return { ...system, readText: (path) => files[path] ?? system.readText(path) };
}

export function runtimeCpus(count: number, idle = 1000): readonly CpuInfo[] {
  const times = { user: 100, nice: 0, sys: 50, idle, irq: 0 };
  return Array.from({ length: count }, () => ({
    model: 'Example(R) Chip(TM) X1 CPU @ 2.20GHz',
    times,
  }));
}
