import type { Bytes, Milliseconds } from '../core/units.ts';

/** What this folder asks of the system around it. What the system does not tell is undefined; nothing throws. */
export type System = {
  /** The whole text of a file. */
  readonly readText: (path: string) => string | undefined;
  /** A file that stays open: its text anew at every call, for a fifth of what opening it costs. */
  readonly openText: (path: string) => (() => string | undefined) | undefined;
  /** The names in a folder. */
  readonly readFolder: (path: string) => readonly string[] | undefined;
  /** On a clock that only runs forward. */
  readonly now: () => Milliseconds;
  readonly cpus: () => readonly CpuInfo[];
  readonly totalMemory: () => Bytes;
  readonly freeMemory: () => Bytes;
  /** Time that the calling thread has spent on a CPU. */
  readonly threadTime: () => Milliseconds | undefined;
  /** Time that all threads of this process have spent on CPUs. */
  readonly processTime: () => Milliseconds;
  /** How many CPUs the runtime would use, where nothing more exact is known. */
  readonly parallelism: () => number;
  readonly platform: string;
  readonly release: string;
  readonly arch: string;
  readonly node: string;
  readonly v8: string;
};

/** One CPU as `os.cpus()` gives it; times in milliseconds since boot. */
export type CpuInfo = {
  readonly model: string;
  readonly times: {
    readonly user: number;
    readonly nice: number;
    readonly sys: number;
    readonly idle: number;
    readonly irq: number;
  };
};
