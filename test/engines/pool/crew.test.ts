import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { beatOf } from '../../../source/engines/pool/board.ts';
import { crewFor, faultyWorker } from '../../helpers/pool/crews.ts';

suite('a crew', () => {
  test('carries out orders on all workers at the same time', async (t) => {
    const crew = await crewFor(t, { workers: 3 });
    const replies = await Promise.all(
      Array.from({ length: 3 }, async () => crew.carryOut({ type: 'report' })),
    );
    const workers = replies.map((reply) => (reply.type === 'ready' ? reply.worker : -1));
    assert.deepEqual(new Set(workers), new Set([0, 1, 2]));
  });

  test('with many workers starts a few at a time, and each carries out one of as many orders', async (t) => {
    const born: number[] = [];
    let turn = 0;
    let next = setImmediate(function count() {
      turn++;
      next = setImmediate(count);
    });
    const onWorker = () => void born.push(turn);
    process.on('worker', onWorker);
    t.after(() => {
      process.off('worker', onWorker);
      // Otherwise it would keep the process busy for ever.
      clearImmediate(next);
    });
    const crew = await crewFor(t, { workers: 5, atOnce: 2 });
    assert.equal(born.filter((at) => at === born[0]).length, 2);
    const replies = await Promise.all(
      Array.from({ length: 5 }, async () => crew.carryOut({ type: 'stand-by' })),
    );
    const workers = replies.map((reply) => (reply.type === 'ready' ? reply.worker : -1));
    assert.deepEqual(new Set(workers), new Set([0, 1, 2, 3, 4]));
    assert.equal(born.length, 5);
  });

  test('with many workers warms up all of them, a few at a time', async (t) => {
    const crew = await crewFor(t, { workers: 5, atOnce: 2 });
    await crew.all({ type: 'warm-up', size: 100 }, 5);
    const beats = Array.from({ length: 5 }, (_, worker) => beatOf(crew.board, worker));
    assert.ok(beats.every(({ heartbeat, running }) => heartbeat > 0 && !running));
  });

  test('fails to open when a later worker does not load', async (t) => {
    const file = faultyWorker('breaks-late');
    await assert.rejects(crewFor(t, { workers: 3, atOnce: 2, file }), {
      message: 'the worker does not load',
    });
  });

  test('fails to open when there is no file of its worker, and does not try again', async (t) => {
    let born = 0;
    const onWorker = () => void born++;
    process.on('worker', onWorker);
    t.after(() => process.off('worker', onWorker));
    const file = join(import.meta.dirname, 'no-worker.js');
    await assert.rejects(crewFor(t, { workers: 64, atOnce: 2, file }), (error: Error) => {
      assert.match(error.message, /^Cannot find module '[^\n]*no-worker\.js'[^\n]*$/);
      return true;
    });
    // Tinypool replaces the first of its workers that fails, and no other one.
    assert.ok(born <= 3, `${born} workers`);
  });

  test('answers a task with its proof, its times in order, and its worker', async (t) => {
    const crew = await crewFor(t, {});
    await crew.all({ type: 'warm-up', size: 1000 }, 1);
    const reply = await crew.carryOut({ type: 'task', task: 7, size: 1000 });
    assert.equal(reply.type, 'finished');
    if (reply.type === 'finished') {
      assert.equal(reply.task, 7);
      assert.equal(reply.worker, 0);
      assert.equal(reply.digest, '72a7ca8af1d500a2');
      assert.equal(reply.kept, '198000430276020531');
      assert.ok(reply.start < reply.end);
    }
  });

  test('rejects the order of a worker that exits, is no longer intact, and can still be closed', async (t) => {
    const crew = await crewFor(t, { file: faultyWorker('exits') });
    assert.equal(crew.intact(), true);
    await assert.rejects(crew.carryOut({ type: 'task', task: 0, size: 1 }), {
      message: 'it exited with code 3',
    });
    assert.equal(crew.intact(), false);
    await crew.close();
  });

  test('stops a list that outgrows its worker’s heap before V8 ends the program', async (t) => {
    const crew = await crewFor(t, { workload: 'bigint', size: 10 });
    const reply = await crew.carryOut({ type: 'task', task: 0, size: 100_000 });
    assert.deepEqual(reply, { type: 'failed', message: 'its list outgrew the heap' });
    assert.equal(crew.intact(), true);
  });

  test('fails to open once the signal is aborted', async (t) => {
    await assert.rejects(crewFor(t, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});
