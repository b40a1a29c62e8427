import type { Event } from '../core/profile/event.ts';
import type { Failure } from '../core/failure.ts';
import type { FinishedOutcome } from '../core/profile/pass.ts';
import type { SpanSlice } from '../core/profile/span-slices.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { RayTarget } from '../core/plan/settings.ts';
import type { WorkloadName } from '../core/plan/workload.ts';
import type { Bytes, Milliseconds } from '../core/units.ts';
import type { CpuDemand } from '../engines/ray/await-cpus.ts';
import type { RaySetup } from '../engines/ray/cluster.ts';

/**
 * The border between what measures and what watches. Everything that crosses it is plain data, so the two sides can be
 * two processes.
 */
export type HostSetup = {
  /** When the session began, on the monotonic clock of the system, which all processes share. */
  readonly began: Milliseconds;
  readonly ray: Omit<RaySetup, 'onLeftover'>;
};

/** Work that the host answers once it is done, with the number that it was given. */
export type Work =
  | { readonly type: 'calibrate'; readonly workload: WorkloadName; readonly limit: Bytes }
  | { readonly type: 'reach'; readonly target: RayTarget; readonly cpus: number | undefined }
  /** Waits until a cluster has so many CPUs. */
  | ({ readonly type: 'await-cpus' } & CpuDemand)
  | RunWork
  | { readonly type: 'close' };

export type RunWork = {
  readonly type: 'run';
  readonly plan: Plan;
  /** Wall-clock time of the start, ISO 8601. */
  readonly startedAt: string;
  /** Passes that have ended already, with an earlier host. */
  readonly ended: number;
  /** Usable CPUs, for a Ray head of our own. */
  readonly cpus?: number | undefined;
  /** The job on a cluster that an earlier host left behind when it died. */
  readonly orphan?: string | undefined;
};

export type Request =
  | { readonly type: 'work'; readonly id: number; readonly work: Work }
  /** Ends the running profile. */
  | { readonly type: 'cancel' }
  /** CPU time of the process that watches; sent where the host cannot read it by itself. */
  | { readonly type: 'account'; readonly own: Milliseconds };

export type Told =
  | { readonly type: 'happened'; readonly event: Event }
  /** A pass has finished; its spans follow in slices. */
  | { readonly type: 'finished'; readonly event: PassFinished }
  | { readonly type: 'spans'; readonly pass: number; readonly slice: SpanSlice }
  | { readonly type: 'done'; readonly id: number; readonly failure?: Failure }
  /** From now on this process runs tasks for the host: its CPU time is our own. */
  | { readonly type: 'helped'; readonly pid: number }
  /** A sentence for the user, once the program ends. */
  | { readonly type: 'remarked'; readonly sentence: string }
  /** Everything that happened before `at` has been told. With the host's CPU time where nobody else can read it. */
  | { readonly type: 'mark'; readonly at: Milliseconds; readonly own?: Milliseconds };

type PassEvent = Extract<Event, { readonly type: 'pass-finished' }>;

export type PassFinished = Omit<PassEvent, 'outcome'> & {
  readonly outcome: Omit<FinishedOutcome, 'spans'>;
};

/** What is told, with the spans of every pass back in its event. */
export type Whole = Exclude<Told, { readonly type: 'finished' | 'spans' }>;

/** What is told beside the answers to work. */
export type Heard = Exclude<Whole, { readonly type: 'done' }>;

/** Extra descriptors of a host process, after stdio and the message channel. */
export const pipes = {
  /** Nobody writes to it; it ends when the program that started the host does. */
  lifeline: 4,
  /** Carries spans: see `span-frames.ts`. */
  spans: 5,
} as const;

/** A running host, in whatever process. */
export type HostPort = {
  readonly send: (request: Request) => void;
  /** The measuring process; undefined if it is this one. */
  readonly pid: number | undefined;
  /** Resolves when it has ended: to the failure if nobody asked it to. */
  readonly ended: Promise<Failure | undefined>;
  /** Ends it without waiting for anything. */
  readonly kill: () => void;
};

/**
 * Starts a host; throws an `EngineError` if the system refuses it. The columns of spans that `hear` gets are valid until it
 * returns.
 */
export type OpenHost = (setup: HostSetup, hear: (told: Told) => void) => HostPort;
