import type { WorkerTime } from '../../core/profile/event.ts';
import type { Milliseconds, Share } from '../../core/units.ts';

/**
 * The memory shared by the pool and its workers. Workers write their progress, and the pool writes the cancel flag. It
 * replaces messages, which would disturb the measurement.
 */
export type Board = Int32Array;

/** Cells per worker: two cache lines, so that no two workers write to the same one. */
const stride = 32;
const cancelCell = 0;
const dismissCell = 1;
const turnsCell = 2;
const cells = {
  share: 0,
  tasks: 1,
  heartbeat: 2,
  thread: 3,
  running: 4,
  run: 5,
  onCpu: 6,
  waiting: 7,
} as const;

/** Shares are stored as integers, since there are no atomic floats. */
const fullShare = 1e6;

/** Times are stored in whole milliseconds: a cell holds 24 days of them, but only 35 minutes in microseconds. */
const longest: Milliseconds = 2 ** 31 - 1;

export const createBoard = (workers: number): Board =>
  new Int32Array(new SharedArrayBuffer((workers + 1) * stride * Int32Array.BYTES_PER_ELEMENT));

const cell = (worker: number, name: keyof typeof cells): number =>
  (worker + 1) * stride + cells[name];

/** Clears the counts of the previous pass and the cancel flag. */
export function startPass(board: Board, workers: number): void {
  Atomics.store(board, cancelCell, 0);
  for (let worker = 0; worker < workers; worker++) {
    Atomics.store(board, cell(worker, 'tasks'), 0);
    Atomics.store(board, cell(worker, 'share'), 0);
    Atomics.store(board, cell(worker, 'run'), 0);
  }
}

export const cancelPass = (board: Board): void => void Atomics.store(board, cancelCell, 1);

/** Releases the workers that stand by, once all have started. */
export function dismiss(board: Board): void {
  Atomics.store(board, dismissCell, 1);
  Atomics.notify(board, dismissCell);
}

/** For a worker: blocks until the crew is dismissed. */
export const standBy = (board: Board): void => void Atomics.wait(board, dismissCell, 0);

/** Sets how many workers may run `inTurn` at the same time. */
export const offerTurns = (board: Board, turns: number): void =>
  void Atomics.store(board, turnsCell, turns);

/** For a worker: waits for a turn, then runs `work`. */
export function inTurn<Result>(board: Board, work: () => Result): Result {
  while (!takeTurn(board)) {
    Atomics.wait(board, turnsCell, 0);
  }

  try {
    return work();
  } finally {
    Atomics.add(board, turnsCell, 1);
    Atomics.notify(board, turnsCell, 1);
  }
}

function takeTurn(board: Board): boolean {
  const free = Atomics.load(board, turnsCell);
  return free > 0 && Atomics.compareExchange(board, turnsCell, free, free - 1) === free;
}

/** A worker's sign of life. */
export type Beat = {
  /** A counter that rises while the worker carries out an order. */
  readonly heartbeat: number;
  /** The system's thread ID; 0 if unknown. */
  readonly thread: number;
  /** Whether the worker is carrying out an order. */
  readonly running: boolean;
};

export type Reading = Beat & {
  /** Progress of the running task; 0 between tasks. */
  readonly share: Share;
  readonly tasks: number;
  /** Summed over finished tasks; absent before the first, and if not reported. */
  readonly time?: WorkerTime;
};

export const beatOf = (board: Board, worker: number): Beat => ({
  heartbeat: Atomics.load(board, cell(worker, 'heartbeat')),
  thread: Atomics.load(board, cell(worker, 'thread')),
  running: Atomics.load(board, cell(worker, 'running')) === 1,
});

/** Not atomic as a whole: the worker may write between two cells. */
export function readWorker(board: Board, worker: number): Reading {
  const time = (name: keyof WorkerTime): Milliseconds => Atomics.load(board, cell(worker, name));
  const run = time('run');
  return {
    share: Atomics.load(board, cell(worker, 'share')) / fullShare,
    tasks: Atomics.load(board, cell(worker, 'tasks')),
    ...beatOf(board, worker),
    ...(run > 0 ? { time: { run, onCpu: time('onCpu'), waiting: time('waiting') } } : {}),
  };
}

/** The part of the board that one worker writes. */
export type Slot = {
  readonly introduce: (thread: number) => void;
  readonly begin: () => void;
  /** Stores progress; false if the task must stop. */
  readonly tick: (share: Share) => boolean;
  readonly end: (finished: boolean, time?: WorkerTime) => void;
};

/** The slot of a worker, counted from 0. Only that worker may write to it. */
export function slotOf(board: Board, worker: number): Slot {
  const share = cell(worker, 'share');
  const heartbeat = cell(worker, 'heartbeat');
  const tasks = cell(worker, 'tasks');
  const addTime = timeAdder(board, worker);
  return {
    introduce: (thread) => void Atomics.store(board, cell(worker, 'thread'), thread),
    begin: () => void Atomics.store(board, cell(worker, 'running'), 1),
    tick: (done) => {
      Atomics.store(board, share, Math.floor(done * fullShare));
      Atomics.add(board, heartbeat, 1);
      return Atomics.load(board, cancelCell) === 0;
    },
    end: (finished, time) => {
      // Reset the share before raising the count, so that a reading in between is too low rather than too high.
      Atomics.store(board, share, 0);
      Atomics.store(board, cell(worker, 'running'), 0);
      if (finished) {
        const before = Atomics.add(board, tasks, 1);
        if (time) {
          addTime(time, before === 0);
        }
      }
    },
  };
}

/** Sums times up as floats and stores the rounded sum, since a single task may be shorter than a millisecond. */
function timeAdder(board: Board, worker: number) {
  let sum: WorkerTime = { run: 0, onCpu: 0, waiting: 0 };
  const store = (name: keyof WorkerTime) => {
    Atomics.store(board, cell(worker, name), Math.round(Math.min(sum[name], longest)));
  };
  return (time: WorkerTime, first: boolean) => {
    sum = first
      ? time
      : {
          run: sum.run + time.run,
          onCpu: sum.onCpu + time.onCpu,
          waiting: sum.waiting + time.waiting,
        };
    store('onCpu');
    store('waiting');
    store('run');
  };
}
