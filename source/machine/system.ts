import type { Bytes, Milliseconds } from '../core/units.ts';

/** What this folder asks of the system around it. What the system does not tell is undefined; nothing throws. */
export type System = {
  /** The whole text of a file. */
  readonly readText: (path: string) => string | undefined;
  readonly cpus: () => readonly CpuInfo[];
  readonly totalMemory: () => Bytes;
  readonly freeMemory: () => Bytes;
  /** Time that the calling thread has spent on a CPU. */
  readonly threadTime: () => Milliseconds | undefined;
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
