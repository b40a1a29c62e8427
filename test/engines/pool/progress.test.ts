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

/** A moment of a task: how much of its time had passed, and how much of it was shown as done. */
type Sample = { readonly time: Share; readonly share: Share };

type Watched = {
  readonly samples: readonly Sample[];
  /** Share of its time in which the task waited for a CPU; 0 where the system does not tell. */
  readonly waited: Share;
};

const tasks = 40;
const calm = 15;
/** Above this share of waiting, time says nothing about work. */
const tooBusy = 0.02;
const heldUp: Milliseconds = 0.1;
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
    const { samples } = await watched(crew, 50_000);
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
    const { samples } = await watched(crew, 50_000);
    assert.ok(samples.length > 0);
    assert.deepEqual(readWorker(crew.board, 1), idle);
  });
});

async function warmCrew(workload: WorkloadName, size: number, t: Parameters<typeof crewFor>[0]) {
  const crew = await crewFor(t, { workload, size });
  await crew.all({ type: 'warm-up', size }, 1);
  return crew;
}

/** Other work on the machine holds up now this task and now that: those that waited least for a CPU. */
async function calmestTasks(crew: Crew, size: number): Promise<readonly Watched[]> {
  const all: Watched[] = [];
  const hopeless = () => all.length === calm && all.every(({ waited }) => waited > tooBusy);
  while (all.length < tasks && !hopeless()) {
    all.push(await watched(crew, size));
  }

  return all.toSorted((a, b) => a.waited - b.waited).slice(0, calm);
}

/** How far the share is from the time, at a hundred moments of a task; of several tasks the median. */
function typicalErrors(runs: readonly Watched[]): readonly number[] {
  const errors: number[][] = Array.from({ length: moments }, () => []);
  for (const { time, share } of runs.flatMap(({ samples }) => samples)) {
    errors[Math.floor(time * moments)]?.push(share - time);
  }

  return errors.filter((found) => found.length > 0).map(median);
}

/** Runs one task and reads its share all the while, with the share of its time that had passed. */
async function watched(crew: Crew, size: number): Promise<Watched> {
  const readings: { at: Milliseconds; share: Share }[] = [];
  const task = { ended: false };
  const answered = crew
    .carryOut({ type: 'task', task: 0, size })
    .finally(() => (task.ended = true));
  while (!task.ended) {
    const before = now();
    const { share, running } = readWorker(crew.board, 0);
    const at = now();
    // Where this thread is held up in between, nobody knows when that was.
    if (running && at - before < heldUp) {
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
