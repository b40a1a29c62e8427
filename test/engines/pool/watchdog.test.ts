import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createBoard, slotOf, type Board } from '../../../source/engines/pool/board.ts';
import type { ThreadState } from '../../../source/engines/pool/thread-state.ts';
import {
  idleLimit,
  lookPeriod,
  openWatchdog,
  silenceLimit,
  type WatchdogRequest,
} from '../../../source/engines/pool/watchdog.ts';

/** A worker with an order. Its thread ID is its number, from 1. */
function busy(board: Board, worker: number) {
  const slot = slotOf(board, worker);
  slot.introduce(worker + 1);
  slot.begin();
  return slot;
}

type Request = Omit<WatchdogRequest, 'workload'> & Partial<WatchdogRequest>;

/** The time when workers are reported to hang, and which; undefined if none is within a minute. */
function findHanging(request: Request, each = (_at: number) => {}, step = lookPeriod) {
  const watchdog = openWatchdog({ cpus: 2, workload: 'list', ...request });
  for (let at = 0; at <= 60_000; at += step) {
    each(at);
    const silence = watchdog.look(at);
    if (silence) {
      return { at, workers: silence.workers };
    }
  }

  return undefined;
}

const asleep = (): ThreadState => ({ onCpu: 5, asleep: true });

/** Threads that have had this share of a CPU since the first look. */
function sharing(share: number) {
  let looked = 0;
  return {
    lookAt: () => ({ onCpu: 5 + looked * share, asleep: false }),
    each: (at: number) => void (looked = at),
  };
}

suite('a worker', () => {
  test('that sleeps without a heartbeat hangs, and another one with a heartbeat does not', () => {
    const board = createBoard(2);
    const lively = busy(board, 0);
    busy(board, 1);
    const found = findHanging({ board, workers: 2, lookAt: asleep }, () => lively.tick(0.5));
    assert.deepEqual(found, { at: silenceLimit, workers: [1] });
  });

  test('that spins without a heartbeat hangs', () => {
    const board = createBoard(1);
    busy(board, 0);
    const { lookAt, each } = sharing(1);
    assert.deepEqual(findHanging({ board, workers: 1, lookAt }, each), {
      at: silenceLimit + lookPeriod,
      workers: [0],
    });
  });

  test('that gets no CPU does not hang, however long it waits', () => {
    const board = createBoard(1);
    busy(board, 0);
    const { lookAt, each } = sharing(0);
    assert.equal(findHanging({ board, workers: 1, lookAt }, each), undefined);
  });

  test('that gets a tenth of a CPU has ten times as long', () => {
    const board = createBoard(1);
    busy(board, 0);
    const { lookAt, each } = sharing(0.1);
    const found = findHanging({ board, workers: 1, lookAt }, each);
    assert.ok(
      found && Math.abs(found.at - 10 * silenceLimit) <= 2 * lookPeriod,
      JSON.stringify(found),
    );
  });

  test('that spins on a shared CPU hangs as soon as one that spins alone, if it gets its share', () => {
    const board = createBoard(8);
    const slots = Array.from({ length: 8 }, (_, worker) => busy(board, worker));
    const { lookAt, each } = sharing(0.25);
    const found = findHanging({ board, workers: 8, lookAt }, (at) => {
      each(at);
      slots.slice(1).forEach((lively) => lively.tick(0.5));
    });
    assert.deepEqual(found, { at: silenceLimit + lookPeriod, workers: [0] });
  });

  test('that keeps its terms on the heap of V8 is charged its CPU time, also on a shared CPU', () => {
    const board = createBoard(8);
    const slots = Array.from({ length: 8 }, (_, worker) => busy(board, worker));
    const { lookAt, each } = sharing(0.25);
    const found = findHanging({ board, workers: 8, workload: 'bigint', lookAt }, (at) => {
      each(at);
      slots.slice(1).forEach((lively) => lively.tick(0.5));
    });
    assert.deepEqual(found, { at: 4 * silenceLimit + lookPeriod, workers: [0] });
  });

  test('has longer by the number of workers per CPU, if the system reports nothing', () => {
    const board = createBoard(8);
    busy(board, 0);
    const lookAt = () => undefined;
    assert.deepEqual(findHanging({ board, workers: 8, lookAt }), {
      at: 4 * silenceLimit,
      workers: [0],
    });
  });

  test('that sleeps on a shared CPU with its terms on the heap of V8 may be waiting for the garbage collector', () => {
    const board = createBoard(8);
    const slots = Array.from({ length: 8 }, (_, worker) => busy(board, worker));
    const each = () => slots.slice(1).forEach((lively) => lively.tick(0.5));
    const request = { board, workers: 8, workload: 'bigint', lookAt: asleep } as const;
    assert.deepEqual(findHanging(request, each), { at: 4 * silenceLimit, workers: [0] });
  });

  test('that sleeps with very many workers per CPU has longer', () => {
    const board = createBoard(64);
    busy(board, 0);
    assert.deepEqual(findHanging({ board, workers: 64, lookAt: asleep }), {
      at: 4 * silenceLimit,
      workers: [0],
    });
  });

  test('needs no heartbeat between two orders, while another one works', () => {
    const board = createBoard(2);
    const lively = busy(board, 0);
    slotOf(board, 1).begin();
    slotOf(board, 1).end(true);
    const each = () => void lively.tick(0.5);
    assert.equal(findHanging({ board, workers: 2, lookAt: asleep }, each), undefined);
  });

  test('hangs with all the others when none takes up an order', () => {
    assert.deepEqual(findHanging({ board: createBoard(2), workers: 2 }), {
      at: idleLimit,
      workers: [],
    });
  });
});

test('a program that was stopped for a minute charges its workers two periods', () => {
  const board = createBoard(1);
  busy(board, 0);
  const watchdog = openWatchdog({ board, workers: 1, workload: 'list', lookAt: asleep });
  for (const at of [0, lookPeriod, 60_000]) {
    assert.equal(watchdog.look(at), undefined);
  }

  assert.equal(watchdog.look(60_000 + lookPeriod), undefined);
});
