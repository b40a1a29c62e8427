import { Tinypool } from 'tinypool';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { longestTimeout } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import { createBoard, dismiss, offerTurns, type Board } from './board.ts';
import { now } from '../system/now.ts';
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
  /** How many workers may start at the same time, and warm up. */
  readonly atOnce?: number;
};

/**
 * Every thread that starts or warms up takes its share of the CPUs: with hundreds of them the main thread, which draws
 * the screen and hears the keys, would not get its own for seconds.
 */
const usualAtOnce = Math.max(4, 2 * availableParallelism());

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
  const { workers, workload, signal } = request;
  const atOnce = Math.min(workers, request.atOnce ?? usualAtOnce);
  const board = createBoard(workers);
  offerTurns(board, atOnce);
  const pool = openPool({ ...request, atOnce }, board);
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
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    const newcomer = async () => watch.newcomer();
    const called = assemble({ workers, atOnce, board, carryOut, newcomer });
    const coldStart = (await Promise.race([called, watch.lost])) - started;
    pool.options.minThreads = workers;
    const dropQueue = () => pool.cancelPendingTasks();
    const { whole } = watch;
    return { workers, workload, board, coldStart, carryOut, all, dropQueue, whole, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

type Call = Pick<Crew, 'workers' | 'board' | 'carryOut'> & {
  readonly atOnce: number;
  /** Resolves when the worker that was started last has loaded what it runs. */
  readonly newcomer: () => Promise<void>;
};

/** Has all workers started; resolves to when the first one answered. */
async function assemble(call: Call): Promise<Milliseconds> {
  const { workers, atOnce, carryOut } = call;
  const reports = Array.from({ length: atOnce }, async () => carryOut({ type: 'report' }));
  const first = await Promise.race(reports).then(now);
  await Promise.all(reports);
  if (workers > atOnce) {
    await callRest(call);
  }

  return first;
}

/**
 * Has all others started, so many at once. Tinypool starts a worker for an order when none is idle, and any that is
 * idle takes it: so all who are there stand by, each with an order of its own, until the last one does.
 */
async function callRest({ workers, atOnce, board, carryOut, newcomer }: Call): Promise<void> {
  const standing: Promise<Reply>[] = [];
  const callOne = () => {
    const order = carryOut({ type: 'stand-by' });
    // What ends it early is told by whoever watches the threads.
    order.catch(() => {});
    standing.push(order);
    return order;
  };
  const callMore = async () => {
    while (standing.length < workers) {
      // The order fails where no thread can be made.
      await Promise.race([callOne(), newcomer()]);
    }
  };

  for (let idle = 0; idle < atOnce; idle++) {
    void callOne();
  }

  await Promise.all(Array.from({ length: atOnce }, callMore));
  dismiss(board);
  await Promise.all(standing);
}

function openPool(request: CrewRequest & { readonly atOnce: number }, board: Board): Tinypool {
  const { workers, workload, module, atOnce } = request;
  const gear: WorkerGear = { board, workload, module };
  return new Tinypool({
    filename: request.file ?? fileURLToPath(import.meta.resolve('#worker')),
    minThreads: atOnce,
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
  if (!workloads[workload].onHeap) {
    return { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 };
  }

  const megabytes = Math.ceil(workloads[workload].bytes(size) / 2 ** 20);
  return { maxOldGenerationSizeMb: Math.max(64, megabytes) };
}

/**
 * Tinypool does not listen for the exit of a thread: without this, the orders of one that exits would be awaited for
 * ever. Nor can its own `destroy` be used, which trips over a worker that fails while it is being ended.
 */
function watchExits(pool: Tinypool) {
  const exits = new Map<object, Promise<void>>();
  let whole = true;
  let breakUp: (cause: unknown) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    breakUp = reject;
  });
  lost.catch(() => {});

  const lose = () => {
    whole = false;
    // The successors of a dead worker would be cold, and may die as it did, again and again.
    pool.options.minThreads = 0;
  };

  const onDeath = (cause: unknown) => {
    lose();
    breakUp(cause);
    // Tinypool heard of it first, and has started the one successor that there is.
    watchAll();
  };

  const watchAll = () => {
    for (const thread of pool.threads) {
      exits.set(thread, exits.get(thread) ?? exitOf(thread, onDeath));
    }
  };

  // A worker that dies between orders is noticed by `whole`; without a listener it would end the program.
  pool.on('error', () => {});
  watchAll();
  return {
    whole: () => whole,
    /** Rejects with why the first worker died: the order of one that dies while it starts is never answered. */
    lost,
    async newcomer() {
      const youngest = pool.threads.find((thread) => !exits.has(thread));
      watchAll();
      // The only message that a thread of tinypool's sends: it is ready.
      return new Promise<void>((resolve) => youngest?.on('message', () => resolve()));
    },
    /** Resolves when the last thread has ended. */
    async endAll() {
      lose();
      await Promise.all(pool.threads.map(async (thread) => thread.terminate()));
      await Promise.all(exits.values());
    },
  };
}

type Thread = Tinypool['threads'][number];

/** Resolves when the thread has ended; `onDeath` hears once of whatever ended it. */
async function exitOf(thread: Thread, onDeath: (cause: unknown) => void): Promise<void> {
  let dead = false;
  thread.on('error', (cause: unknown) => {
    dead = true;
    onDeath(cause);
  });
  return new Promise((resolve) => {
    thread.on('exit', (code: number) => {
      // At once: Node takes the listeners off a thread that has ended.
      if (!dead) {
        thread.emit('error', new Error(`it exited with code ${code}`));
      }

      resolve();
    });
  });
}
