import type { Answer } from '../../../core/plan/fibonacci.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { WorkloadName } from '../../../core/plan/workload.ts';
import type { Board } from '../board.ts';
import type { ThreadTime } from './thread-time.ts';

/** Given to every worker of a crew when it starts. */
export type WorkerData = {
  readonly board: Board;
  readonly workload: WorkloadName;
  readonly module: WebAssembly.Module | undefined;
};

export type Order =
  /** Reply, which shows that the worker has started. */
  | { readonly type: 'report' }
  /** Reply once the whole crew has started. */
  | { readonly type: 'stand-by' }
  /** Allocate and touch the memory for `size` terms. */
  | { readonly type: 'reserve'; readonly size: number }
  /** In turn: allocate and touch the memory for `size` terms, then compute small tasks until they get no faster. */
  | { readonly type: 'warm-up'; readonly size: number }
  | { readonly type: 'task'; readonly task: number; readonly size: number }
  /** Report the pauses for garbage collection since the last such order; for `bigint` only. */
  | { readonly type: 'pauses' };

/** When a thread was paused, by the clock of the process. */
export type Pause = { readonly start: Milliseconds; readonly end: Milliseconds };

/** A task as its worker timed it, by the clock of the process. */
export type TaskReply = Answer &
  ThreadTime & {
    readonly type: 'finished';
    readonly task: number;
    readonly worker: number;
    readonly start: Milliseconds;
    readonly end: Milliseconds;
    readonly cpu?: number;
  };

/** Errors are data: a message between threads would lose their class and code. */
export type Reply =
  | { readonly type: 'ready'; readonly worker: number }
  | TaskReply
  | { readonly type: 'stopped' }
  | { readonly type: 'paused'; readonly worker: number; readonly pauses: readonly Pause[] }
  | { readonly type: 'failed'; readonly message: string };
