import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  cancelPass,
  createBoard,
  inTurn,
  offerTurns,
  readWorker,
  slotOf,
  startPass,
} from '../../../source/engines/pool/board.ts';
import { sampleWorkers } from '../../../source/engines/pool/progress.ts';

suite('the board', () => {
  test('shows readers the values that a worker stores', () => {
    const board = createBoard(2);
    const slot = slotOf(board, 1);
    slot.introduce(4711);
    slot.begin();
    slot.tick(0.25);
    assert.deepEqual(readWorker(board, 1), {
      share: 0.25,
      tasks: 0,
      heartbeat: 1,
      thread: 4711,
      running: true,
    });
    assert.equal(readWorker(board, 0).heartbeat, 0);
  });

  test('tells a worker to stop once the pass is cancelled, until the next one starts', () => {
    const board = createBoard(1);
    const slot = slotOf(board, 0);
    assert.equal(slot.tick(0.1), true);
    cancelPass(board);
    assert.equal(slot.tick(0.2), false);
    startPass(board, 1);
    assert.equal(slot.tick(0), true);
  });

  test('takes a turn for as long as the work lasts, whether or not it succeeds', () => {
    const board = createBoard(1);
    offerTurns(board, 2);
    const failing = () =>
      inTurn(board, () => {
        throw new RangeError('no memory');
      });
    assert.throws(failing, { message: 'no memory' });
    assert.throws(failing, { message: 'no memory' });
    assert.equal(
      inTurn(board, () => inTurn(board, () => 'both turns were free')),
      'both turns were free',
    );
  });

  test('counts a finished task, and not one that was stopped', () => {
    const board = createBoard(1);
    const slot = slotOf(board, 0);
    slot.end(true);
    slot.end(false);
    assert.equal(readWorker(board, 0).tasks, 1);
  });
});

suite('the time of finished tasks', () => {
  const task = { run: 10, onCpu: 7, waiting: 2 };

  test('is summed up for readers, and absent before the first has ended', () => {
    const board = createBoard(2);
    const slot = slotOf(board, 1);
    assert.equal(readWorker(board, 1).time, undefined);
    slot.end(true, task);
    slot.end(true, task);
    slot.end(false);
    assert.deepEqual(readWorker(board, 1).time, { run: 20, onCpu: 14, waiting: 4 });
    assert.equal(readWorker(board, 0).time, undefined);
  });

  test('adds up if a single task is too short for a cell', () => {
    const board = createBoard(1);
    const slot = slotOf(board, 0);
    for (let count = 0; count < 1000; count++) {
      slot.end(true, { run: 0.004, onCpu: 0.003, waiting: 0.001 });
    }

    assert.deepEqual(readWorker(board, 0).time, { run: 4, onCpu: 3, waiting: 1 });
  });

  test('starts again with every pass', () => {
    const board = createBoard(1);
    const slot = slotOf(board, 0);
    slot.end(true, task);
    startPass(board, 1);
    assert.equal(readWorker(board, 0).time, undefined);
    slot.end(true, task);
    assert.deepEqual(readWorker(board, 0).time, task);
  });

  test('stops at the maximum when a pass of days would overflow its cell', () => {
    const board = createBoard(1);
    const slot = slotOf(board, 0);
    const days = 30 * 24 * 3_600_000;
    slot.end(true, { run: days, onCpu: days, waiting: 0 });
    const { time } = readWorker(board, 0);
    assert.ok(time && time.run === time.onCpu && time.run > 24 * 24 * 3_600_000);
  });

  test('is part of a sample', () => {
    const board = createBoard(2);
    slotOf(board, 1).end(true, task);
    const samples = sampleWorkers(board, { tasks: 8, workers: 2 }, []);
    assert.deepEqual(
      samples.map(({ time }) => time),
      [undefined, task],
    );
  });
});

suite("a worker's bar", () => {
  const pass = { tasks: 8, workers: 2 };

  test('is its finished tasks and the share of the running one, divided by tasks per worker', () => {
    const board = createBoard(2);
    const slot = slotOf(board, 0);
    slot.end(true);
    slot.tick(0.5);
    assert.deepEqual(
      sampleWorkers(board, pass, []).map(({ share, tasks }) => ({ share, tasks })),
      [
        { share: 0.375, tasks: 1 },
        { share: 0, tasks: 0 },
      ],
    );
  });

  test('stands still while its worker does, and moves when its worker continues', () => {
    const board = createBoard(2);
    const slot = slotOf(board, 0);
    slot.tick(0.4);
    const first = sampleWorkers(board, pass, []);
    const second = sampleWorkers(board, pass, first);
    slot.tick(0.6);
    const third = sampleWorkers(board, pass, second);
    assert.deepEqual(
      [first, second, third].map(([worker]) => worker?.share),
      [0.1, 0.1, 0.15],
    );
  });

  test('is never above full, for a worker that does more than its share', () => {
    const board = createBoard(2);
    const slot = slotOf(board, 0);
    for (let task = 0; task < 6; task++) {
      slot.end(true);
    }

    assert.equal(sampleWorkers(board, pass, [])[0]?.share, 1);
  });

  test('never goes backwards, though the share falls before the count rises', () => {
    const board = createBoard(2);
    const slot = slotOf(board, 0);
    slot.tick(1);
    const before = sampleWorkers(board, pass, []);
    slot.tick(0);
    assert.equal(sampleWorkers(board, pass, before)[0]?.share, 0.25);
  });
});
