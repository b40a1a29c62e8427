import type { Bytes, Milliseconds } from '../core/units.ts';

/** Everything that this folder reads from the system. Unknown values are undefined; nothing throws. */
export type System = {
  /** The whole text of a file. */
  readonly readText: (path: string) => string | undefined;
  /** Keeps a file open and returns a function that reads it again, five times as fast as opening it. */
  readonly openText: (path: string) => (() => string | undefined) | undefined;
  /** The names in a folder. */
  readonly readFolder: (path: string) => readonly string[] | undefined;
  /** Monotonic. */
  readonly now: () => Milliseconds;
  readonly cpus: () => readonly CpuInfo[];
  readonly totalMemory: () => Bytes;
  readonly freeMemory: () => Bytes;
  /** CPU time of the calling thread. */
  readonly threadTime: () => Milliseconds | undefined;
  /** CPU time of all threads of this process. */
  readonly processTime: () => Milliseconds;
  /** The runtime's own estimate of usable CPUs, for systems without anything more exact. */
  readonly parallelism: () => number;
  readonly platform: string;
  readonly release: string;
  readonly arch: string;
  readonly node: string;
  readonly v8: string;
};

/** One CPU from `os.cpus()`; times in milliseconds since boot. */
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
