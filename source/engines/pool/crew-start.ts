import type { Milliseconds } from '../../core/units.ts';
import { now } from '../system/now.ts';
import { dismiss, type Board } from './board.ts';
import type { Order, Reply } from './worker/orders.ts';

export type StartRequest = {
  readonly workers: number;
  readonly board: Board;
  readonly carryOut: (order: Order) => Promise<Reply>;
  /** How many workers may start at the same time. */
  readonly atOnce: number;
  /** Resolves when the youngest worker has loaded its code. */
  readonly newcomer: () => Promise<void>;
};

/** Starts all workers; resolves to the time of the first reply. */
export async function startWorkers(request: StartRequest): Promise<Milliseconds> {
  const { workers, atOnce, carryOut } = request;
  const reports = Array.from({ length: atOnce }, async () => carryOut({ type: 'report' }));
  const first = await Promise.race(reports).then(now);
  await Promise.all(reports);
  if (workers > atOnce) {
    await startRest(request);
  }

  return first;
}

/**
 * Starts the other workers, `atOnce` at a time. Tinypool starts a worker only when none is idle. So every worker holds
 * a stand-by order until all have started.
 */
async function startRest(request: StartRequest): Promise<void> {
  const { workers, atOnce, board, carryOut, newcomer } = request;
  const standing: Promise<Reply>[] = [];
  const standBy = () => {
    const order = carryOut({ type: 'stand-by' });
    // A worker that dies is reported by the exit watch.
    order.catch(() => {});
    standing.push(order);
    return order;
  };
  const startMore = async () => {
    while (standing.length < workers) {
      // The order rejects if the system refuses the thread.
      await Promise.race([standBy(), newcomer()]);
    }
  };

  for (let idle = 0; idle < atOnce; idle++) {
    void standBy();
  }

  await Promise.all(Array.from({ length: atOnce }, startMore));
  dismiss(board);
  await Promise.all(standing);
}
