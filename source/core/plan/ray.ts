import type { Bytes, Milliseconds } from '../units.ts';

/** A cluster as it describes itself before anything runs on it. */
export type Cluster = {
  /** URL of its dashboard, without a trailing slash. */
  readonly address: string;
  readonly version: string;
  readonly authentication: 'disabled' | 'token';
  readonly nodes: readonly ClusterNode[];
  /** Whole CPUs of all nodes; logical ones, as Ray was configured. */
  readonly cpus: number;
  /** Whether fibtui started its head on this machine. */
  readonly here: boolean;
  /** Sentences that the user should read before code is sent there. */
  readonly remarks: readonly string[];
};

/** What a cluster can have at most, and as many tasks as a pass can have. */
export const mostClusterCpus = 1_000_000;

export type ClusterNode = {
  readonly name: string;
  readonly cpus: number;
  readonly head: boolean;
  /** What Ray lets tasks use; absent if the cluster does not report it. */
  readonly memory?: Bytes;
};

/** What the tasks that run at once on a node of a cluster need, and the memory that Ray may use there. */
export type NodeMemory = { readonly node: string; readonly needed: Bytes; readonly total: Bytes };

/** How long a start waited for CPUs of a cluster. */
export type CpusWaited = {
  readonly wanted: number;
  /** That it had in the end. */
  readonly cpus: number;
  /** The longest time that it would have waited. */
  readonly most: Milliseconds;
  readonly time: Milliseconds;
  /** When the first was there, and when all were; absent if that did not happen. */
  readonly first?: Milliseconds;
  readonly all?: Milliseconds;
};

/** In order. */
export const rayPhases = [
  'submitting',
  'pending',
  'starting',
  'queued',
  'warming-up',
  'running',
  'stopping',
] as const;

export type RayPhase = (typeof rayPhases)[number];

/** Where a finished pass on Ray ran, and the times around its span. Each duration comes from a single clock. */
export type RayPass = RayPlace & RayDurations & RayQueueing & RayWorkers & RayContact;

export type RayContact = {
  /** How long its head did not answer, all outages together; absent if it always did. */
  readonly outOfTouch?: Milliseconds;
};

export type RayPlace = {
  /** URL of the dashboard. */
  readonly address: string;
  readonly version: string;
  readonly nodes: number;
  readonly cpus: number;
  /** Job id. */
  readonly job: string;
  /** Names of the nodes that ran tasks, by their ids. */
  readonly names?: Readonly<Record<string, string>>;
  /** Present if the cluster changed during the pass. */
  readonly changes?: NodeChanges;
};

/** Names of the nodes that joined a cluster, and of those that left it. */
export type NodeChanges = { readonly joined: readonly string[]; readonly left: readonly string[] };

export type RayDurations = {
  /** The request that submits the job. */
  readonly submit: Milliseconds;
  /** From then to the driver's first line. */
  readonly pending: Milliseconds;
  /** The driver process, until it is connected to the cluster. */
  readonly driverStart: Milliseconds;
  /** Until the cluster gave the job a CPU, because others held all that it waited for; absent in older runs. */
  readonly queued?: Milliseconds;
  /** One wave of empty tasks, which starts the workers. */
  readonly warmUp: Milliseconds;
  /** The remaining wall. */
  readonly rest: Milliseconds;
  /** In no other part: how much later than the driver's end fibtui knew of it; absent in older runs. */
  readonly lag?: Milliseconds;
  /**
   * T₁(Python), N tasks one after another on one CPU of the cluster: N × the median of three serial tasks, and N − 1 ×
   * the median of the times between them. Absent if those failed.
   */
  readonly python1?: Milliseconds;
};

/** What the workers reported of themselves. */
export type RayWorkers = {
  /** Their distinct nice values, ascending: they give way to programs with lower ones. */
  readonly nice?: readonly number[];
  /** Median page faults of a task and of a serial task, which should be alike; absent if a system does not count them. */
  readonly faults?: { readonly task: number; readonly serial: number };
};

export type RayQueueing = {
  /** From the driver's request to each task's start; absent in older runs. */
  readonly queue?: QueueWaits;
  /** The warm-up ended before all its workers had started: how many had, and how many CPUs were free then. */
  readonly warmUpGaveUp?: WarmUpGaveUp;
};

export type QueueWaits = {
  readonly p50: Milliseconds;
  readonly p95: Milliseconds;
  readonly most: Milliseconds;
};

export type WarmUpGaveUp = { readonly ready: number; readonly of: number; readonly free: number };
