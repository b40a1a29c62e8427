import process from 'node:process';
import { workloads } from '../../../core/plan/workload.ts';
import type { WorkerTime } from '../../../core/profile/event.ts';
import type { Milliseconds } from '../../../core/units.ts';
import type { Kernel } from '../../../workload/kernel.ts';
import { openKernel } from '../../../workload/open-kernel.ts';
import { inTurn, slotOf, standBy } from '../board.ts';
import { now } from '../../system/now.ts';
import type { Order, Reply, WorkerData } from './orders.ts';
import { watchPauses } from './pauses.ts';
import { openThreadClock, timeBetween, type ThreadClock, type ThreadTime } from './thread-time.ts';
import { warmUp } from './warm-up.ts';

type TinypoolState = { readonly workerId: number; readonly workerData: WorkerData };

/** Tinypool stores a worker's data here. */
const { __tinypool_state__: tinypool } = process as unknown as {
  readonly __tinypool_state__: TinypoolState;
};
const data = tinypool.workerData;
const worker = tinypool.workerId - 1;
const slot = slotOf(data.board, worker);
const kernel: Kernel = openKernel(data.workload, data.module);
let openedClock: ThreadClock | undefined;
let takePauses: ReturnType<typeof watchPauses> | undefined;

/** Opened in the warm-up, because it takes some milliseconds that do not belong to the cold start. */
function threadClock(): ThreadClock {
  if (!openedClock) {
    openedClock = openThreadClock();
    slot.introduce(openedClock.thread);
    takePauses = workloads[data.workload].onHeap ? watchPauses() : undefined;
  }

  return openedClock;
}

/** Carries out one order. Never throws: a message between threads would lose an error's class and code. */
export default function carryOut(order: Order): Reply | Promise<Reply> {
  try {
    switch (order.type) {
      case 'report':
        return { type: 'ready', worker };
      case 'stand-by':
        standBy(data.board);
        return { type: 'ready', worker };
      case 'reserve':
        return prepare(() => kernel.reserve(order.size, goOn));
      case 'warm-up':
        return inTurn(data.board, () => prepare(() => warmUp(kernel, order.size, goOn)));
      case 'task':
        return runTask(order.task, order.size);
      case 'pauses':
        return reportPauses();
    }
  } catch (error) {
    slot.end(false);
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

const goOn = (): boolean => slot.tick(0);

function prepare(work: () => void): Reply {
  threadClock();
  slot.begin();
  work();
  slot.end(false);
  return { type: 'ready', worker };
}

const reportPauses = async (): Promise<Reply> => ({
  type: 'paused',
  worker,
  pauses: (await takePauses?.()) ?? [],
});

function runTask(task: number, size: number): Reply {
  const clock = threadClock();
  const before = clock.read();
  slot.begin();
  const start = now();
  const finished = kernel.compute(size, slot.tick);
  const end = now();
  const after = clock.read();
  const cpu = clock.cpu();
  const answer = finished ? kernel.answer() : undefined;
  const time = timeBetween(before, after, { run: end - start, reading: clock.reading });
  slot.end(finished, workerTime(time, end - start));
  if (!answer) {
    return { type: 'stopped' };
  }

  return {
    type: 'finished',
    task,
    worker,
    start,
    end,
    ...time,
    ...(cpu === undefined ? {} : { cpu }),
    ...answer,
  };
}

const workerTime = ({ onCpu, waiting }: ThreadTime, run: Milliseconds): WorkerTime | undefined =>
  onCpu === undefined || waiting === undefined ? undefined : { run, onCpu, waiting };
