import type { WorkerTime } from '../../core/profile/event.ts';
import type { Milliseconds, Share } from '../../core/units.ts';

/**
 * The memory that the pool and its workers share: progress goes up through it and cancelling
 * goes down. No messages, so that nothing of it stands in the way of a measurement.
 */
export type Board = Int32Array;

/** A worker's cells fill two cache lines, so that no two workers write to the same one. */
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

/** Shares are kept as whole numbers: there are no atomic floats. */
const fullShare = 1e6;

/** Times are kept in whole milliseconds: microseconds would fill a cell within 35 minutes, these take 24 days. */
const longest: Milliseconds = 2 ** 31 - 1;

export const createBoard = (workers: number): Board =>
  new Int32Array(new SharedArrayBuffer((workers + 1) * stride * Int32Array.BYTES_PER_ELEMENT));

const cell = (worker: number, name: keyof typeof cells): number =>
  (worker + 1) * stride + cells[name];

/** Clears the counts of the pass before and lets tasks run. */
export function startPass(board: Board, workers: number): void {
  Atomics.store(board, cancelCell, 0);
  for (let worker = 0; worker < workers; worker++) {
    Atomics.store(board, cell(worker, 'tasks'), 0);
    Atomics.store(board, cell(worker, 'share'), 0);
    Atomics.store(board, cell(worker, 'run'), 0);
  }
}

export const cancelPass = (board: Board): void => void Atomics.store(board, cancelCell, 1);

/** Lets those who stand by go: the whole crew has been called. */
export function dismiss(board: Board): void {
  Atomics.store(board, dismissCell, 1);
  Atomics.notify(board, dismissCell);
}

/** On a worker's side: returns when the crew is dismissed. */
export const standBy = (board: Board): void => void Atomics.wait(board, dismissCell, 0);

/** How many workers may do at the same time what is done in turn. */
export const offerTurns = (board: Board, turns: number): void =>
  void Atomics.store(board, turnsCell, turns);

/** On a worker's side: does it when there is a turn for it. */
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
  /** Rises while the worker carries out an order. */
  readonly heartbeat: number;
  /** The system's number of the thread, 0 where it does not tell. */
  readonly thread: number;
  /** Whether it carries out an order. */
  readonly running: boolean;
};

export type Reading = Beat & {
  /** Share of the running task that is done, 0 between tasks. */
  readonly share: Share;
  readonly tasks: number;
  /** Of its finished tasks; absent before the first, and where the system does not tell. */
  readonly time?: WorkerTime;
};

export const beatOf = (board: Board, worker: number): Beat => ({
  heartbeat: Atomics.load(board, cell(worker, 'heartbeat')),
  thread: Atomics.load(board, cell(worker, 'thread')),
  running: Atomics.load(board, cell(worker, 'running')) === 1,
});

/** Cell by cell, while the worker goes on writing. */
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

/** A worker's own side of the board. */
export type Slot = {
  readonly introduce: (thread: number) => void;
  readonly begin: () => void;
  /** Stores progress; false when the task is to stop. */
  readonly tick: (share: Share) => boolean;
  readonly end: (finished: boolean, time?: WorkerTime) => void;
};

/** For the worker of that number, from 0: nobody else may write there. */
export function slotOf(board: Board, worker: number): Slot {
  const share = cell(worker, 'share');
  const heartbeat = cell(worker, 'heartbeat');
  const tasks = cell(worker, 'tasks');
  const spend = spender(board, worker);
  return {
    introduce: (thread) => void Atomics.store(board, cell(worker, 'thread'), thread),
    begin: () => void Atomics.store(board, cell(worker, 'running'), 1),
    tick: (done) => {
      Atomics.store(board, share, Math.floor(done * fullShare));
      Atomics.add(board, heartbeat, 1);
      return Atomics.load(board, cancelCell) === 0;
    },
    end: (finished, time) => {
      // The share falls before the count rises: a bar read in between is short for a moment, never too long.
      Atomics.store(board, share, 0);
      Atomics.store(board, cell(worker, 'running'), 0);
      if (finished) {
        const before = Atomics.add(board, tasks, 1);
        if (time) {
          spend(time, before === 0);
        }
      }
    },
  };
}

/** Sums up on this side and stores what it comes to: tasks may be shorter than what a cell can tell apart. */
function spender(board: Board, worker: number) {
  let spent: WorkerTime = { run: 0, onCpu: 0, waiting: 0 };
  const store = (name: keyof WorkerTime) => {
    Atomics.store(board, cell(worker, name), Math.round(Math.min(spent[name], longest)));
  };
  return (time: WorkerTime, first: boolean) => {
    spent = first
      ? time
      : {
          run: spent.run + time.run,
          onCpu: spent.onCpu + time.onCpu,
          waiting: spent.waiting + time.waiting,
        };
    store('onCpu');
    store('waiting');
    store('run');
  };
}
