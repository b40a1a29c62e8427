import type { Bytes, Share } from '../units.ts';

/** The name of a CPU whose model the system does not report. */
export const unknownCpu = 'unknown CPU';

/** Values that the system does not report are absent. */
export type Machine = {
  /** Model name, or `unknownCpu`. */
  readonly cpu: string;
  readonly sockets?: number;
  /** Physical cores of all sockets together. */
  readonly cores?: number;
  /** Fastest first; only where there is more than one kind. */
  readonly kinds?: readonly CoreKind[];
  /** Logical CPUs: cores × threads a core. */
  readonly threads: number;
  readonly usable: UsableCpus;
  readonly memory: Memory;
  readonly governor?: Governor;
  /** Name, release and architecture: "linux 6.1.0 x64". */
  readonly os: string;
  readonly node: string;
  readonly v8: string;
  /** Versions of the libraries that are involved in the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
};

/** Cores that compute equally fast: performance and efficiency cores, or ARM's big and little ones. */
export type CoreKind = {
  readonly cores: number;
  /** Logical CPUs of these cores. */
  readonly cpus: number;
  /** Those of them that this process may run on. */
  readonly usable: number;
};

/** count = min(online, affinity, max(1, ⌊quota⌋)); always shown with its parts. */
export type UsableCpus = {
  readonly count: number;
  readonly online: number;
  readonly affinity: number;
  /** CPUs' worth of time that the control group grants; absent without a quota. */
  readonly quota?: number;
  /** The control groups cannot be read, as in a container without /sys: there may be a quota. */
  readonly quotaUnknown?: boolean;
};

export type Memory = {
  readonly total: Bytes;
  /** Available without swapping. */
  readonly free: Bytes;
  /** Available to this process: min(free, control group limit − use). */
  readonly limit: Bytes;
};

/** Sets the clock of the CPUs. */
export type Governor = {
  /** "performance", "powersave", "schedutil" …: several if CPUs differ. */
  readonly names: readonly string[];
  /** "intel_pstate", "acpi-cpufreq" …: the same governor behaves differently with each. */
  readonly driver: string;
};

/** Load of one CPU since the previous sample. */
export type CpuLoad = {
  /** The system's number of the CPU. */
  readonly cpu: number;
  readonly busy: Share;
  /** Time that a hypervisor gave to other guests. */
  readonly steal?: Share;
};

/** CPU time that others take, as shares of the total time of the usable CPUs. */
export type OtherLoad = {
  /** Other programs. */
  readonly others: Share;
  /** Given to other guests by a hypervisor; absent if the system does not report it. */
  readonly stolen?: Share;
};
