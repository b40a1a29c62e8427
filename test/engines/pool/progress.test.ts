import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { suite, test } from 'node:test';
import { median } from '../../../source/core/statistics.ts';
import type { Milliseconds, Share } from '../../../source/core/units.ts';
import type { WorkloadName } from '../../../source/core/plan/workload.ts';
import { readWorker } from '../../../source/engines/pool/board.ts';
import { now } from '../../../source/engines/system/now.ts';
import type { Crew } from '../../../source/engines/pool/crew.ts';
import { crewFor } from '../../helpers/pool/crews.ts';

/** A moment of a task: the share of its time that had passed, and the share shown as done. */
type Sample = { readonly time: Share; readonly share: Share };

type WatchedTask = {
  readonly samples: readonly Sample[];
  /** Share of its time that the task waited for a CPU; 0 if not reported. */
  readonly waited: Share;
};

const tasks = 40;
const calm = 15;
/** Above this share of waiting, time says nothing about work. */
const tooBusy = 0.02;
/** Readings that take longer than this have no exact time. */
const longestReading: Milliseconds = 0.1;
const moments = 100;
const closeEnough = 0.05;

suite("a running task's share", () => {
  for (const [workload, size] of [
    ['list', 100_000],
    ['pair', 200_000],
  ] as const) {
    test(`of ${workload} moves with its time: within 5 points for 95 % of the samples`, async (t) => {
      const crew = await warmCrew(workload, size, t);
      const calmest = await calmestTasks(crew, size);
      const waited = median(calmest.map((task) => task.waited));
      if (waited > tooBusy) {
        t.skip(`the machine is too busy: tasks wait ${Math.round(waited * 100)} % of their time`);
        return;
      }

      const errors = typicalErrors(calmest);
      if (errors.length < moments / 2) {
        t.skip(
          `the machine is too busy: it was looked at in ${errors.length} of ${moments} moments`,
        );
        return;
      }

      const close = errors.filter((error) => Math.abs(error) <= closeEnough);
      const worst = Math.max(...errors.map(Math.abs));
      t.diagnostic(`${close.length} of ${errors.length} within 5 points, the worst ${worst}`);
      assert.ok(close.length >= 0.95 * errors.length, `${close.length} of ${errors.length}`);
    });
  }

  test('never goes backwards', async (t) => {
    const crew = await warmCrew('list', 50_000, t);
    const { samples } = await watchTask(crew, 50_000);
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
    const { samples } = await watchTask(crew, 50_000);
    assert.ok(samples.length > 0);
    assert.deepEqual(readWorker(crew.board, 1), idle);
  });
});

async function warmCrew(workload: WorkloadName, size: number, t: Parameters<typeof crewFor>[0]) {
  const crew = await crewFor(t, { workload, size });
  await crew.all({ type: 'warm-up', size }, 1);
  return crew;
}

/** The tasks that waited least for a CPU: other programs delay some of them. */
async function calmestTasks(crew: Crew, size: number): Promise<readonly WatchedTask[]> {
  const all: WatchedTask[] = [];
  const hopeless = () => all.length === calm && all.every(({ waited }) => waited > tooBusy);
  while (all.length < tasks && !hopeless()) {
    all.push(await watchTask(crew, size));
  }

  return all.toSorted((a, b) => a.waited - b.waited).slice(0, calm);
}

/** The median difference between share and time over all tasks, at a hundred moments of a task. */
function typicalErrors(runs: readonly WatchedTask[]): readonly number[] {
  const errors: number[][] = Array.from({ length: moments }, () => []);
  for (const { time, share } of runs.flatMap(({ samples }) => samples)) {
    errors[Math.floor(time * moments)]?.push(share - time);
  }

  return errors.filter((found) => found.length > 0).map(median);
}

/** Runs one task and samples its share until it ends. */
async function watchTask(crew: Crew, size: number): Promise<WatchedTask> {
  const readings: { at: Milliseconds; share: Share }[] = [];
  const task = { ended: false };
  const answered = crew
    .carryOut({ type: 'task', task: 0, size })
    .finally(() => (task.ended = true));
  while (!task.ended) {
    const before = now();
    const { share, running } = readWorker(crew.board, 0);
    const at = now();
    if (running && at - before < longestReading) {
      readings.push({ at, share });
    }

    await setImmediate();
  }

  const reply = await answered;
  assert.ok(reply.type === 'finished');
  const { start, end, waiting = 0 } = reply;
  const samples = readings
    .filter(({ at }) => at >= start && at <= end)
    .map(({ at, share }) => ({ share, time: (at - start) / (end - start) }));
  return { samples, waited: waiting / (end - start) };
}
