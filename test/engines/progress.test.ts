import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { suite, test } from 'node:test';
import { median } from '../../source/core/statistics.ts';
import type { Milliseconds, Share } from '../../source/core/units.ts';
import type { WorkloadName } from '../../source/core/workload.ts';
import { readWorker } from '../../source/engines/board.ts';
import { now } from '../../source/engines/clock.ts';
import type { Crew } from '../../source/engines/crew.ts';
import { crewFor } from '../helpers/crews.ts';

/** A moment of a task: how much of its time had passed, and how much of it was shown as done. */
type Sample = { readonly time: Share; readonly share: Share };

const tasks = 15;
const moments = 100;
const closeEnough = 0.05;

suite("a running task's share", () => {
  for (const [workload, size] of [
    ['list', 100_000],
    ['pair', 200_000],
  ] as const) {
    test(`of ${workload} moves with its time: within 5 points for 95 % of the samples`, async (t) => {
      const crew = await warmCrew(workload, size, t);
      const errors = await typicalErrors(crew, size);
      const close = errors.filter((error) => Math.abs(error) <= closeEnough);
      const worst = Math.max(...errors.map(Math.abs));
      t.diagnostic(`${close.length} of ${errors.length} within 5 points, the worst ${worst}`);
      assert.ok(errors.length >= 50, `only ${errors.length} samples`);
      assert.ok(close.length >= 0.95 * errors.length, `${close.length} of ${errors.length}`);
    });
  }

  test('never goes backwards', async (t) => {
    const crew = await warmCrew('list', 50_000, t);
    const samples = await watched(crew, 50_000);
    const shares = samples.map(({ share }) => share);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
  });

  test('stands still for a worker that has nothing to do, while another one moves', async (t) => {
    const crew = await crewFor(t, { workers: 2, size: 50_000 });
    await crew.all({ type: 'warm-up', size: 50_000 }, 1);
    const idle = readWorker(crew.board, 1);
    const samples = await watched(crew, 50_000);
    assert.ok(samples.length > 0);
    assert.deepEqual(readWorker(crew.board, 1), idle);
  });
});

async function warmCrew(workload: WorkloadName, size: number, t: Parameters<typeof crewFor>[0]) {
  const crew = await crewFor(t, { workload, size });
  await crew.all({ type: 'warm-up', size }, 1);
  return crew;
}

/**
 * How far the share is from the time, at a hundred moments of a task: of several tasks the median
 * one, since other work on the machine holds up now this task and now that.
 */
async function typicalErrors(crew: Crew, size: number): Promise<readonly number[]> {
  const errors: number[][] = Array.from({ length: moments }, () => []);
  for (let task = 0; task < tasks; task++) {
    for (const { time, share } of await watched(crew, size)) {
      errors[Math.floor(time * moments)]?.push(share - time);
    }
  }

  return errors.filter((found) => found.length > 0).map(median);
}

/** Runs one task and reads its share all the while, with the share of its time that had passed. */
async function watched(crew: Crew, size: number): Promise<readonly Sample[]> {
  const readings: { at: Milliseconds; share: Share }[] = [];
  const task = { ended: false };
  const answered = crew
    .carryOut({ type: 'task', task: 0, size })
    .finally(() => (task.ended = true));
  while (!task.ended) {
    const { share, running } = readWorker(crew.board, 0);
    if (running) {
      readings.push({ at: now(), share });
    }

    await setImmediate();
  }

  const reply = await answered;
  assert.ok(reply.type === 'finished');
  const { start, end } = reply;
  return readings
    .filter(({ at }) => at >= start && at <= end)
    .map(({ at, share }) => ({ share, time: (at - start) / (end - start) }));
}
