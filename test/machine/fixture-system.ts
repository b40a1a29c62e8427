import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CpuInfo, System } from '../../source/machine/system.ts';

const trees = fileURLToPath(new URL('../fixtures/machine', import.meta.url));

export const gibibyte = 2 ** 30;

/** A system with 8 CPUs and 16 GiB of memory (3 GiB free) that reads its files from test/fixtures/machine/`tree`. */
export function fixtureSystem(tree: string, changes: Partial<System> = {}): System {
  const readText = (path: string) => {
    try {
      return readFileSync(`${trees}/${tree}${path}`, 'utf8');
    } catch {
      return undefined;
    }
  };
  return {
    readText,
    openText: openTextWith(readText),
    readFolder(path) {
      try {
        return readdirSync(`${trees}/${tree}${path}`);
      } catch {
        return undefined;
      }
    },
    now: () => 0,
    cpus: () => runtimeCpus(8),
    totalMemory: () => 16 * gibibyte,
    freeMemory: () => 3 * gibibyte,
    threadTime: () => undefined,
    processTime: () => 0,
    parallelism: () => 8,
    platform: 'linux',
    release: '6.1.0',
    arch: 'x64',
    node: '24.0.0',
    v8: '13.6',
    ...changes,
  };
}

/** `system` with these files in place of its own. A test may change them. */
export function withFiles(system: System, files: Readonly<Record<string, string>>): System {
  const readText = (path: string) => files[path] ?? system.readText(path);
  return {
    ...system,
    readText,
    openText: openTextWith(readText),
    readFolder: (path) =>
      namesIn(path, files).length > 0 ? namesIn(path, files) : system.readFolder(path),
  };
}

const openTextWith =
  (readText: System['readText']): System['openText'] =>
  (path) =>
    readText(path) === undefined ? undefined : () => readText(path);

const namesIn = (folder: string, files: Readonly<Record<string, string>>) => [
  ...new Set(
    Object.keys(files)
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).split('/')[0]!),
  ),
];

export function runtimeCpus(count: number, idle = 1000): readonly CpuInfo[] {
  const times = { user: 100, nice: 0, sys: 50, idle, irq: 0 };
  return Array.from({ length: count }, () => ({
    model: 'Example(R) Chip(TM) X1 CPU @ 2.20GHz',
    times,
  }));
}
