import type { Milliseconds } from '../units.ts';

/** What a cluster tells of itself before anything runs on it. */
export type Cluster = {
  /** Of its dashboard, without a slash at its end. */
  readonly address: string;
  readonly version: string;
  readonly authentication: 'disabled' | 'token';
  readonly nodes: readonly ClusterNode[];
  /** Whole CPUs of all nodes together; logical ones, as Ray was told. */
  readonly cpus: number;
  /** Whether it is a head of fibtui's own, on this machine. */
  readonly here: boolean;
  /** What the user should know before code goes there, a sentence each. */
  readonly remarks: readonly string[];
};

export type ClusterNode = {
  readonly name: string;
  readonly cpus: number;
  readonly head: boolean;
};

/** The phases of a pass on Ray, in their order. */
export const rayPhases = [
  'submitting',
  'pending',
  'starting',
  'warming-up',
  'running',
  'stopping',
] as const;

export type RayPhase = (typeof rayPhases)[number];

/** Where a finished pass on Ray ran, and where its time beside the span went; each duration on one clock. */
export type RayPass = RayPlace & RayDurations;

export type RayPlace = {
  /** Of the dashboard. */
  readonly address: string;
  readonly version: string;
  readonly nodes: number;
  readonly cpus: number;
  /** The job's id. */
  readonly job: string;
};

export type RayDurations = {
  /** The request that hands the job in. */
  readonly submit: Milliseconds;
  /** Until the driver's first line. */
  readonly pending: Milliseconds;
  /** The driver's process, until it is connected with the cluster. */
  readonly driverStart: Milliseconds;
  /** One wave of empty tasks. */
  readonly warmUp: Milliseconds;
  /** What is left of the wall. */
  readonly rest: Milliseconds;
  /** T₁(Python) = N × the median of three serial tasks on one CPU of the cluster; absent where those failed. */
  readonly python1?: Milliseconds;
};
