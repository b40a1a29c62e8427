import type { Machine } from '../core/machine/machine.ts';
import { cpuName } from './cpus/cpu-name.ts';
import { detectGovernor } from './cpus/governor.ts';
import { detectMemory } from './memory.ts';
import type { Processor } from './cpus/processor.ts';
import type { System } from './system.ts';
import { detectTopology } from './cpus/topology.ts';
import { detectUsableCpus } from './cpus/usable-cpus.ts';

export type DetectOptions = {
  readonly system: System;
  /** Versions of the libraries that take part in the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
  /** What systeminformation answered, once it has. */
  readonly processor?: Processor | undefined;
};

/** The machine as it is now, without spawning anything. */
export function detectMachine({ system, libraries, processor = {} }: DetectOptions): Machine {
  const usable = detectUsableCpus(system);
  const { name, available, ...counts } = processor;
  const governor = detectGovernor(system);
  return {
    cpu: name ?? cpuName(system.cpus()[0]?.model ?? '') ?? 'unknown CPU',
    ...counts,
    // The kernel's own word counts for more.
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

/** The same machine a while later: only what changes by itself is read again. */
export function detectAgain(known: Machine, options: DetectOptions): Machine {
  const { system, processor } = options;
  const usable = detectUsableCpus(system);
  // Cores come and go with the CPUs that are switched on.
  return usable.online === known.usable.online
    ? { ...known, usable, memory: detectMemory(system, processor?.available) }
    : detectMachine(options);
}
