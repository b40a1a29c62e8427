import { Tinypool } from 'tinypool';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { longestTimeout } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import { createBoard, offerTurns, type Board } from './board.ts';
import { watchExits, type ExitWatch } from './crew-exits.ts';
import { startWorkers } from './crew-start.ts';
import { now } from '../system/now.ts';
import type { Order, Reply, WorkerData } from './worker/orders.ts';

/** A tinypool whose workers are all started, and the memory they share. */
export type Crew = {
  readonly workers: number;
  readonly workload: WorkloadName;
  readonly board: Board;
  /** From creating the pool to the first reply. */
  readonly coldStart: Milliseconds;
  /** Rejects when the worker dies during the order, or the order is dropped. */
  readonly carryOut: (order: Order) => Promise<Reply>;
  /** Gives the order to `width` workers, which carry it out in parallel; rejects if one fails. */
  readonly all: (order: Order, width: number) => Promise<void>;
  /** Drops the orders that no worker has begun. */
  readonly dropQueue: () => void;
  /** False once a worker has died: its successor would be cold. */
  readonly intact: () => boolean;
  /** Ends all threads and releases their memory. */
  readonly close: () => Promise<void>;
};

export type CrewRequest = {
  readonly workers: number;
  readonly workload: WorkloadName;
  /** The largest sequence that will be computed. */
  readonly size: number;
  /** Undefined for a workload that needs no kernel. */
  readonly module: WebAssembly.Module | undefined;
  readonly signal: AbortSignal;
  /** The module that the workers run; by default fibtui's own worker. */
  readonly file?: string;
  /** How many workers may start or warm up at the same time. */
  readonly atOnce?: number;
};

/**
 * Every thread that starts or warms up uses a CPU. Hundreds of them at once would starve the main thread, which draws
 * the screen and reads the keys, for seconds.
 */
const usualAtOnce = Math.max(4, 2 * availableParallelism());

/**
 * Tinypool reads the memory use of the process after every task, in the worker's time (8 µs, 50 µs in a busy pool), and
 * compares it with a limit that fibtui does not set.
 */
const withoutMemoryReadings = [
  '--import',
  'data:text/javascript,process.memoryUsage=()=>({heapUsed:0})',
];

/** Rejects if a worker does not start, or the signal comes before all have started. */
export async function openCrew(request: CrewRequest): Promise<Crew> {
  const started = now();
  const { workers, workload, signal } = request;
  const atOnce = Math.min(workers, request.atOnce ?? usualAtOnce);
  const board = createBoard(workers);
  offerTurns(board, atOnce);
  const pool = openPool({ ...request, atOnce }, board);
  const exits = watchExits(pool);
  const orders = ordersFor(pool, exits);
  const abort = () => void orders.close();
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    const { carryOut } = orders;
    const { newcomer, intact, lost } = exits;
    const firstReply = startWorkers({ workers, atOnce, board, carryOut, newcomer });
    const coldStart = (await Promise.race([firstReply, lost])) - started;
    pool.options.minThreads = workers;
    return { workers, workload, board, coldStart, intact, ...orders };
  } catch (error) {
    await orders.close();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

type Orders = Pick<Crew, 'carryOut' | 'all' | 'dropQueue' | 'close'>;

function ordersFor(pool: Tinypool, exits: ExitWatch): Orders {
  const carryOut = async (order: Order): Promise<Reply> => {
    // Without this check tinypool would start a new worker for the order.
    if (!exits.intact()) {
      throw new Error('its crew has lost a worker');
    }

    return pool.run(order);
  };
  return {
    carryOut,
    // Tinypool prefers idle workers, so that each gets one of the orders given at once.
    async all(order, width) {
      const replies = Array.from({ length: width }, async () => carryOut(order).then(checkReply));
      await Promise.all(replies);
    },
    dropQueue: () => pool.cancelPendingTasks(),
    async close() {
      pool.cancelPendingTasks();
      await exits.endAll();
    },
  };
}

/** Throws if the order failed. */
export function checkReply(reply: Reply): void {
  if (reply.type === 'failed') {
    throw new Error(reply.message);
  }
}

function openPool(request: CrewRequest & { readonly atOnce: number }, board: Board): Tinypool {
  const { workers, workload, module, atOnce } = request;
  const workerData: WorkerData = { board, workload, module };
  return new Tinypool({
    filename: request.file ?? fileURLToPath(import.meta.resolve('#worker')),
    minThreads: atOnce,
    maxThreads: workers,
    idleTimeout: longestTimeout,
    workerData,
    execArgv: withoutMemoryReadings,
    resourceLimits: heapLimits(request),
  });
}

/**
 * V8 keeps garbage as long as its heap may grow, so the heap is limited to what the workload needs. The WebAssembly
 * workloads keep nothing on it; with a small limit their threads take 12 MB instead of 15.
 */
function heapLimits({ workload, size }: CrewRequest) {
  if (!workloads[workload].onHeap) {
    return { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 };
  }

  const megabytes = Math.ceil(workloads[workload].bytes(size) / 2 ** 20);
  return { maxOldGenerationSizeMb: Math.max(64, megabytes) };
}
