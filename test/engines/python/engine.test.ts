import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { suite, test } from 'node:test';
import { tasksDone, wrongAnswer } from '../../../source/core/profile/check-spans.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import { engineOn, python, skip } from './python-at.ts';

function finished(outcome: PassOutcome) {
  assert.ok(outcome.status === 'finished', JSON.stringify(outcome));
  return outcome;
}

/** Whether it runs, or has ended and is not yet buried. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

suite('the engine python', { skip }, () => {
  for (const workload of ['list', 'pair'] as const) {
    for (const size of [1000, 50_000]) {
      test(`computes what the others do: ${workload}, ${size} terms`, async (t) => {
        const { open, run, planned } = engineOn(t, python, { workload, size, tasks: 3 });
        await open();
        const { spans, wall, python: facts } = finished(await run());
        assert.equal(tasksDone(spans, 3), 3);
        assert.equal(wrongAnswer(planned, spans), undefined);
        const inside = [0, 1, 2].flatMap((index) => [spans.start[index]!, spans.end[index]!]);
        const times = [0, ...inside, wall];
        assert.deepEqual(
          times,
          times.toSorted((one, other) => one - other),
        );
        assert.deepEqual([...spans.worker], [0, 0, 0]);
        assert.ok(spans.onCpu?.every((time) => time > 0));
        assert.match(facts?.version ?? '', /^3\.\d+/);
      });
    }
  }

  test('runs all passes in one process, which has warmed up', async (t) => {
    const { open, run, events, pids } = engineOn(t, python);
    await open();
    assert.deepEqual(
      events.map(({ type }) => type),
      ['warm-up-started', 'case-warmed'],
    );
    finished(await run());
    finished(await run());
    assert.equal(pids.length, 1);
  });

  test('moves the bar of its worker to its end, and never back', async (t) => {
    const { open, run, events } = engineOn(t, python, { size: 100_000, tasks: 4 });
    await open();
    await run();
    const shares = events.flatMap((event) =>
      event.type === 'workers-sampled' ? event.workers.map(({ share }) => share) : [],
    );
    assert.deepEqual(
      shares,
      shares.toSorted((one, other) => one - other),
    );
    assert.equal(shares.at(-1), 1);
  });

  test('that is cancelled ends its process at once', async (t) => {
    const { open, run, aborting, pids } = engineOn(t, python, { workload: 'pair', size: 300_000 });
    await open();
    const outcome = run();
    aborting.abort();
    assert.deepEqual(await outcome, { status: 'cancelled' });
    assert.equal(lives(pids[0]!), false);
  });

  test('that is killed fails one pass with a sentence, and runs the next one', async (t) => {
    const { open, run, pids } = engineOn(t, python, { workload: 'pair', size: 100_000, tasks: 3 });
    await open();
    const outcome = run();
    process.kill(pids[0]!, 'SIGKILL');
    const ended = await outcome;
    assert.ok(ended.status === 'failed');
    assert.equal(
      ended.failure.message,
      'The Python process was killed by SIGKILL, by somebody or for lack of memory.',
    );
    finished(await run());
    assert.deepEqual(pids.map(lives), [false, true]);
  });

  test('leaves no process behind when it closes', async (t) => {
    const { open, close, pids } = engineOn(t, python);
    await open();
    assert.equal(lives(pids[0]!), true);
    await close();
    assert.equal(lives(pids[0]!), false);
  });
});
