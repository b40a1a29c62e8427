import { Tinypool } from 'tinypool';
import { fileURLToPath } from 'node:url';
import { longestTimeout } from '../core/timing.ts';
import type { Milliseconds } from '../core/units.ts';
import { workloads, type WorkloadName } from '../core/workload.ts';
import { createBoard, type Board } from './board.ts';
import { now } from './clock.ts';
import type { Order, Reply, WorkerGear } from './worker/orders.ts';

/** A tinypool of so many workers that all stand ready, and the memory it shares with them. */
export type Crew = {
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly board: Board;
  /** From building the pool to the first answer. */
  readonly coldStart: Milliseconds;
  /** Rejects when the worker dies under the order, or the order is dropped. */
  readonly carryOut: (order: Order) => Promise<Reply>;
  /** Gives the same order to so many workers, which carry it out side by side; rejects if one fails. */
  readonly all: (order: Order, width: number) => Promise<void>;
  /** Drops what no worker has begun. */
  readonly dropQueue: () => void;
  /** False once a worker has died: its successor is cold. */
  readonly whole: () => boolean;
  /** Ends all threads and gives back their memory. */
  readonly close: () => Promise<void>;
};

export type CrewRequest = {
  readonly workers: number;
  readonly workload: WorkloadName;
  /** The largest sequence that will be asked for. */
  readonly size: number;
  readonly module: WebAssembly.Module;
  readonly signal: AbortSignal;
  /** What its workers run; fibtui's own worker where it is left out. */
  readonly file?: string;
};

/**
 * Tinypool asks for the memory of the whole process after every task, on the worker's time (8 µs, 50 µs beside a busy
 * pool), and compares it with a limit that nobody sets here.
 */
const withoutMemoryReadings = [
  '--import',
  'data:text/javascript,process.memoryUsage=()=>({heapUsed:0})',
];

/** Rejects when a worker does not start, or the signal comes before they all stand. */
export async function openCrew(request: CrewRequest): Promise<Crew> {
  const started = now();
  const { workers, workload } = request;
  const board = createBoard(workers);
  const pool = openPool(request, board);
  const watch = watchExits(pool);
  const carryOut = async (order: Order): Promise<Reply> => {
    // Tinypool would start a new worker for it.
    if (!watch.whole()) {
      throw new Error('its crew has lost a worker');
    }

    return pool.run(order);
  };
  // Tinypool hands an order to an idle worker while there is one: asked at once, each gets its own.
  const all = async (order: Order, width: number) => {
    const replies = Array.from({ length: width }, async () => carryOut(order).then(succeeded));
    await Promise.all(replies);
  };
  const close = async () => {
    pool.cancelPendingTasks();
    await watch.endAll();
  };

  const abort = () => void close();
  request.signal.addEventListener('abort', abort, { once: true });
  try {
    request.signal.throwIfAborted();
    const reports = Array.from({ length: workers }, async () => carryOut({ type: 'report' }));
    const coldStart = await Promise.race(reports).then(() => now() - started);
    await Promise.all(reports);
    const dropQueue = () => pool.cancelPendingTasks();
    const { whole } = watch;
    return { workers, workload, board, coldStart, carryOut, all, dropQueue, whole, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    request.signal.removeEventListener('abort', abort);
  }
}

function openPool(request: CrewRequest, board: Board): Tinypool {
  const { workers, workload, module } = request;
  const gear: WorkerGear = { board, workload, module };
  return new Tinypool({
    filename: request.file ?? fileURLToPath(import.meta.resolve('#worker')),
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: longestTimeout,
    workerData: gear,
    execArgv: withoutMemoryReadings,
    resourceLimits: heapLimits(request),
  });
}

export function succeeded(reply: Reply): void {
  if (reply.type === 'failed') {
    throw new Error(reply.message);
  }
}

/**
 * V8 keeps garbage as long as its heap may grow: bounded, it needs what the workload says and no more. The other
 * kernels keep nothing on the heap, and a thread takes 12 MB instead of 15.
 */
function heapLimits({ workload, size }: CrewRequest) {
  if (workload !== 'bigint') {
    return { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 };
  }

  const megabytes = Math.ceil(workloads.bigint.bytes(size) / 2 ** 20);
  return { maxOldGenerationSizeMb: Math.max(64, megabytes) };
}

/**
 * Tinypool does not listen for the exit of a thread: without this, the orders of one that exits would be awaited for
 * ever. Nor can its own `destroy` be used, which trips over a worker that fails while it is being ended.
 */
function watchExits(pool: Tinypool) {
  const exits = new Map<object, Promise<void>>();
  let whole = true;

  const lose = () => {
    whole = false;
    // The successors of a dead worker would be cold, and may die as it did, again and again.
    pool.options.minThreads = 0;
  };

  const watch = async (thread: Tinypool['threads'][number]) => {
    let dead = false;
    thread.on('error', () => {
      dead = true;
      lose();
      // Tinypool heard of it first, and has started the one successor that there is.
      watchAll();
    });
    return new Promise<void>((resolve) => {
      thread.on('exit', (code: number) => {
        // At once: Node takes the listeners off a thread that has ended.
        if (!dead) {
          thread.emit('error', new Error(`it exited with code ${code}`));
        }

        resolve();
      });
    });
  };

  const watchAll = () => {
    for (const thread of pool.threads) {
      exits.set(thread, exits.get(thread) ?? watch(thread));
    }
  };

  // A worker that dies between orders is noticed by `whole`; without a listener it would end the program.
  pool.on('error', () => {});
  watchAll();
  return {
    whole: () => whole,
    /** Resolves when the last thread has ended. */
    async endAll() {
      lose();
      await Promise.all(pool.threads.map(async (thread) => thread.terminate()));
      await Promise.all(exits.values());
    },
  };
}
