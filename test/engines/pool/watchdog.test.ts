import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createBoard, slotOf, type Board } from '../../../source/engines/pool/board.ts';
import {
  idlePatience,
  lookPeriod,
  openWatchdog,
  patience,
  type ThreadLook,
  type WatchdogRequest,
} from '../../../source/engines/pool/watchdog.ts';

/** A worker with an order on a thread of its own number, from 1. */
function busy(board: Board, worker: number) {
  const slot = slotOf(board, worker);
  slot.introduce(worker + 1);
  slot.begin();
  return slot;
}

type Request = Omit<WatchdogRequest, 'workload'> & Partial<WatchdogRequest>;

/** How many looks it takes until some are said to hang, and who; undefined where nobody is after a minute. */
function hanging(request: Request, each = (_at: number) => {}, step = lookPeriod) {
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

const asleep = (): ThreadLook => ({ onCpu: 5, asleep: true });

/** Threads that have got this share of a CPU since the first look. */
function sharing(share: number) {
  let looked = 0;
  return {
    lookAt: () => ({ onCpu: 5 + looked * share, asleep: false }),
    each: (at: number) => void (looked = at),
  };
}

suite('a worker', () => {
  test('that sleeps without a sign of life hangs, and the one beside it does not', () => {
    const board = createBoard(2);
    const lively = busy(board, 0);
    busy(board, 1);
    const found = hanging({ board, workers: 2, lookAt: asleep }, () => lively.tick(0.5));
    assert.deepEqual(found, { at: patience, workers: [1] });
  });

  test('that spins without a sign of life hangs', () => {
    const board = createBoard(1);
    busy(board, 0);
    const { lookAt, each } = sharing(1);
    assert.deepEqual(hanging({ board, workers: 1, lookAt }, each), {
      at: patience + lookPeriod,
      workers: [0],
    });
  });

  test('that gets no CPU does not hang, however long it waits', () => {
    const board = createBoard(1);
    busy(board, 0);
    const { lookAt, each } = sharing(0);
    assert.equal(hanging({ board, workers: 1, lookAt }, each), undefined);
  });

  test('that gets a tenth of a CPU is given ten times as long', () => {
    const board = createBoard(1);
    busy(board, 0);
    const { lookAt, each } = sharing(0.1);
    const found = hanging({ board, workers: 1, lookAt }, each);
    assert.ok(found && Math.abs(found.at - 10 * patience) <= 2 * lookPeriod, JSON.stringify(found));
  });

  test('that spins in a crowd hangs as soon as one that spins alone, if it gets its part of a CPU', () => {
    const board = createBoard(8);
    const slots = Array.from({ length: 8 }, (_, worker) => busy(board, worker));
    const { lookAt, each } = sharing(0.25);
    const found = hanging({ board, workers: 8, lookAt }, (at) => {
      each(at);
      slots.slice(1).forEach((lively) => lively.tick(0.5));
    });
    assert.deepEqual(found, { at: patience + lookPeriod, workers: [0] });
  });

  test('that keeps its terms on the heap of V8 is given all its own time, also in a crowd', () => {
    const board = createBoard(8);
    const slots = Array.from({ length: 8 }, (_, worker) => busy(board, worker));
    const { lookAt, each } = sharing(0.25);
    const found = hanging({ board, workers: 8, workload: 'bigint', lookAt }, (at) => {
      each(at);
      slots.slice(1).forEach((lively) => lively.tick(0.5));
    });
    assert.deepEqual(found, { at: 4 * patience + lookPeriod, workers: [0] });
  });

  test('is given as much longer as workers share a CPU, where the system does not tell', () => {
    const board = createBoard(8);
    busy(board, 0);
    const lookAt = () => undefined;
    assert.deepEqual(hanging({ board, workers: 8, lookAt }), { at: 4 * patience, workers: [0] });
  });

  test('that sleeps in a crowd with its terms on the heap of V8 may be waiting for the garbage collector', () => {
    const board = createBoard(8);
    const slots = Array.from({ length: 8 }, (_, worker) => busy(board, worker));
    const each = () => slots.slice(1).forEach((lively) => lively.tick(0.5));
    const request = { board, workers: 8, workload: 'bigint', lookAt: asleep } as const;
    assert.deepEqual(hanging(request, each), { at: 4 * patience, workers: [0] });
  });

  test('that sleeps in a dense crowd is given longer', () => {
    const board = createBoard(64);
    busy(board, 0);
    assert.deepEqual(hanging({ board, workers: 64, lookAt: asleep }), {
      at: 4 * patience,
      workers: [0],
    });
  });

  test('between two orders may be as still as it likes, while another one works', () => {
    const board = createBoard(2);
    const lively = busy(board, 0);
    slotOf(board, 1).begin();
    slotOf(board, 1).end(true);
    const each = () => void lively.tick(0.5);
    assert.equal(hanging({ board, workers: 2, lookAt: asleep }, each), undefined);
  });

  test('hangs with all the others when nobody takes up an order', () => {
    assert.deepEqual(hanging({ board: createBoard(2), workers: 2 }), {
      at: idlePatience,
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
