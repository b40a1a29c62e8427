import type { Bytes, Share } from '../units.ts';

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
  readonly governor?: Governor;
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

/** What sets the clock of the CPUs. */
export type Governor = {
  /** "performance", "powersave", "schedutil" …: more than one where CPUs differ. */
  readonly names: readonly string[];
  /** "intel_pstate", "acpi-cpufreq" …: the same governor means different things to them. */
  readonly driver: string;
};

/** How busy one CPU was since the sample before. */
export type CpuLoad = {
  /** Number of the CPU as the system counts. */
  readonly cpu: number;
  readonly busy: Share;
  /** Time that the hypervisor gave to somebody else. */
  readonly steal?: Share;
};

/** Who else takes time of the CPUs that this program may use, as shares of all that they could give. */
export type OtherLoad = {
  /** On them, but not by this program. */
  readonly others: Share;
  /** Taken away by a hypervisor, where the system tells. */
  readonly stolen?: Share;
};
