import type { Bytes, Share } from './units.ts';

/** The machine around us. What the system does not tell is absent. */
export type Machine = {
  /** Model name, "unknown CPU" where nothing tells it. */
  readonly cpu: string;
  readonly sockets?: number;
  /** Physical cores of all sockets together. */
  readonly cores?: number;
  /** Logical CPUs: cores × threads a core. */
  readonly threads: number;
  readonly usable: UsableCpus;
  readonly memory: Memory;
  /** Name, release and architecture: "linux 6.1.0 x64". */
  readonly os: string;
  readonly node: string;
  readonly v8: string;
  /** Versions of the libraries that take part in the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
};

/** count = min(online, affinity, max(1, ⌊quota⌋)), never shown without its parts. */
export type UsableCpus = {
  readonly count: number;
  readonly online: number;
  readonly affinity: number;
  /** CPUs' worth of time that the control group grants; absent where there is no quota. */
  readonly quota?: number;
};

export type Memory = {
  readonly total: Bytes;
  /** What could be taken without swapping. */
  readonly free: Bytes;
  /** What this process may take now: min(free, control group limit − use). */
  readonly limit: Bytes;
};

/** How busy one CPU was since the sample before. */
export type CpuLoad = {
  /** Number of the CPU as the system counts. */
  readonly cpu: number;
  readonly busy: Share;
  /** Time that the hypervisor gave to somebody else. */
  readonly steal?: Share;
};
