import { unknownCpu, type Machine } from '../core/machine/machine.ts';
import type { Bytes } from '../core/units.ts';
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
  /** What other programs say, once they have answered. */
  readonly processor?: Processor | undefined;
  /** Memory, as macOS's `vm_stat` last said. */
  readonly available?: Bytes | undefined;
};

/** Detects the current state of the machine; spawns nothing. */
export function detectMachine(options: DetectOptions): Machine {
  const { system, libraries, processor = {}, available } = options;
  const usable = detectUsableCpus(system);
  const { name, ...counts } = processor;
  const governor = detectGovernor(system);
  return {
    cpu: cpuName(system.cpus()[0]?.model ?? '') ?? name ?? unknownCpu,
    ...counts,
    // The kernel's counts override those of other programs.
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
  const { system, available } = options;
  const usable = detectUsableCpus(system);
  // The number of cores changes when CPUs go online or offline.
  return usable.online === known.usable.online
    ? { ...known, usable, memory: detectMemory(system, available) }
    : detectMachine(options);
}
