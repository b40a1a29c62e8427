import type { Answer } from '../../../core/plan/fibonacci.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { WorkloadName } from '../../../core/plan/workload.ts';
import type { Board } from '../board.ts';
import type { ThreadTime } from './thread-time.ts';

/** What every worker of a crew is given when it starts. */
export type WorkerGear = {
  readonly board: Board;
  readonly workload: WorkloadName;
  readonly module: WebAssembly.Module;
};

/** What a worker can be told to do. */
export type Order =
  /** Answer, so that the pool knows that the worker stands. */
  | { readonly type: 'report' }
  /** Answer when the whole crew has been called. */
  | { readonly type: 'stand-by' }
  /** Take and touch the memory for `size` terms. */
  | { readonly type: 'reserve'; readonly size: number }
  /** In turn: take and touch the memory for `size` terms, then compute small tasks until they get no faster. */
  | { readonly type: 'warm-up'; readonly size: number }
  | { readonly type: 'task'; readonly task: number; readonly size: number }
  /** Tell when the thread stood still for garbage collection since it was asked last; of `bigint` alone. */
  | { readonly type: 'pauses' };

/** From when to when a thread stood still, on the clock of the process. */
export type Pause = { readonly start: Milliseconds; readonly end: Milliseconds };

/** A task as its worker saw it, on the clock of the process. */
export type TaskReply = Answer &
  ThreadTime & {
    readonly type: 'finished';
    readonly task: number;
    readonly worker: number;
    readonly start: Milliseconds;
    readonly end: Milliseconds;
    readonly cpu?: number;
  };

/** Errors come back as data: their class and code would not survive the way. */
export type Reply =
  | { readonly type: 'ready'; readonly worker: number }
  | TaskReply
  | { readonly type: 'stopped' }
  | { readonly type: 'paused'; readonly worker: number; readonly pauses: readonly Pause[] }
  | { readonly type: 'failed'; readonly message: string };
