import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { crewFor, faultyWorker } from '../helpers/crews.ts';

suite('a crew', () => {
  test('carries out an order on every worker at once, each on its own', async (t) => {
    const crew = await crewFor(t, { workers: 3 });
    const replies = await Promise.all(
      Array.from({ length: 3 }, async () => crew.carryOut({ type: 'report' })),
    );
    const workers = replies.map((reply) => (reply.type === 'ready' ? reply.worker : -1));
    assert.deepEqual(new Set(workers), new Set([0, 1, 2]));
  });

  test('answers a task with its proof, its times in order, and where it ran', async (t) => {
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

  test('rejects the order of a worker that exits, is no longer whole, and can still be closed', async (t) => {
    const crew = await crewFor(t, { file: faultyWorker('exits') });
    assert.equal(crew.whole(), true);
    await assert.rejects(crew.carryOut({ type: 'task', task: 0, size: 1 }), {
      message: 'it exited with code 3',
    });
    assert.equal(crew.whole(), false);
    await crew.close();
  });

  test('stops a list that outgrows the heap of its worker before V8 ends the program', async (t) => {
    const crew = await crewFor(t, { workload: 'bigint', size: 10 });
    const reply = await crew.carryOut({ type: 'task', task: 0, size: 100_000 });
    assert.deepEqual(reply, { type: 'failed', message: 'its list outgrew the heap' });
    assert.equal(crew.whole(), true);
  });

  test('is not opened once the signal has come', async (t) => {
    await assert.rejects(crewFor(t, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});
