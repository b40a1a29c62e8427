import type { Tinypool } from 'tinypool';

export type ExitWatch = {
  /** False once a worker has died. */
  readonly intact: () => boolean;
  /** Rejects with the cause when the first worker dies. If it dies during its start, its order is never answered. */
  readonly lost: Promise<never>;
  /** Resolves when the youngest worker has loaded its code. */
  readonly newcomer: () => Promise<void>;
  /** Resolves when all threads have ended. */
  readonly endAll: () => Promise<void>;
};

/**
 * Tinypool does not listen for the exit of a thread: without this watch, an order whose thread exits would stay pending
 * forever. Nor is tinypool's own `destroy` safe: it fails when a worker fails while it is being ended.
 */
export function watchExits(pool: Tinypool): ExitWatch {
  const exits = new Map<object, Promise<void>>();
  let intact = true;
  let rejectLost: (cause: unknown) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    rejectLost = reject;
  });
  lost.catch(() => {});

  const markLost = () => {
    intact = false;
    // The successors of a dead worker would be cold, and might die of the same cause again and again.
    pool.options.minThreads = 0;
  };

  const onDeath = (cause: unknown) => {
    markLost();
    rejectLost(cause);
    // Tinypool has handled the error first, and has already started one successor.
    watchAll();
  };

  const watchAll = () => {
    for (const thread of pool.threads) {
      exits.set(thread, exits.get(thread) ?? exitOf(thread, onDeath));
    }
  };

  // Without a listener, a worker that dies between orders would end the program. `intact` reports it.
  pool.on('error', () => {});
  watchAll();
  return {
    intact: () => intact,
    lost,
    async newcomer() {
      const youngest = pool.threads.find((thread) => !exits.has(thread));
      watchAll();
      // Threads of tinypool send a single message: ready.
      return new Promise<void>((resolve) => youngest?.on('message', () => resolve()));
    },
    async endAll() {
      markLost();
      await Promise.all(pool.threads.map(async (thread) => thread.terminate()));
      await Promise.all(exits.values());
    },
  };
}

type Thread = Tinypool['threads'][number];

/** Resolves when the thread has ended. Calls `onDeath` once with the cause. */
async function exitOf(thread: Thread, onDeath: (cause: unknown) => void): Promise<void> {
  let dead = false;
  thread.on('error', (cause: unknown) => {
    dead = true;
    onDeath(cause);
  });
  return new Promise((resolve) => {
    thread.on('exit', (code: number) => {
      // Emit it now: Node removes the listeners of an ended thread.
      if (!dead) {
        thread.emit('error', new Error(`it exited with code ${code}`));
      }

      resolve();
    });
  });
}
