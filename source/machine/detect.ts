import type { Machine } from '../core/machine/machine.ts';
import { detectGovernor } from './cpus/frequency.ts';
import { cpuName, type Processor } from './cpus/processor.ts';
import { detectTopology } from './cpus/topology.ts';
import { detectUsableCpus } from './cpus/usable-cpus.ts';
import { detectMemory } from './memory.ts';
import type { System } from './system.ts';

export type DetectOptions = {
  readonly system: System;
  /** Versions of the libraries that take part in the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
  /** From systeminformation, once it has answered. */
  readonly processor?: Processor | undefined;
};

/** Detects the current state of the machine; spawns nothing. */
export function detectMachine({ system, libraries, processor = {} }: DetectOptions): Machine {
  const usable = detectUsableCpus(system);
  const { name, available, ...counts } = processor;
  const governor = detectGovernor(system);
  return {
    cpu: name ?? cpuName(system.cpus()[0]?.model ?? '') ?? 'unknown CPU',
    ...counts,
    // The kernel's counts override those of systeminformation.
    ...detectTopology(system),
    threads: usable.online,
    usable,
    memory: detectMemory(system, available),
    ...(governor ? { governor } : {}),
    os: `${system.platform} ${system.release} ${system.arch}`,
    node: system.node,
    v8: system.v8,
    libraries,
  };
}

/** Updates a known machine, reading only the facts that can change while the program runs. */
export function detectAgain(known: Machine, options: DetectOptions): Machine {
  const { system, processor } = options;
  const usable = detectUsableCpus(system);
  // The number of cores changes when CPUs go online or offline.
  return usable.online === known.usable.online
    ? { ...known, usable, memory: detectMemory(system, processor?.available) }
    : detectMachine(options);
}
