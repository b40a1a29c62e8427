import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { rowsOf } from '../../helpers/profiles/rows.ts';
import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import type { Engine } from '../../../source/core/profile/engine.ts';
import type { ProfileEvent, WorkerSample } from '../../../source/core/profile/event.ts';
import type { Plan } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { poolEngine } from '../../../source/engines/pool/pool.ts';
import { moduleFor } from '../../../source/workload/open-kernel.ts';
import { faultyWorker } from '../../helpers/pool/crews.ts';

const idle = new AbortController().signal;

function planFor(settings: Partial<Settings>): Plan {
  const calibration = { workload: 'list', a: 0, b: 0, c: 1e-6 } as const;
  return planOf(
    { ...defaultSettings, engines: ['pool'], size: 2000, tasks: 6, workers: 2, ...settings },
    { cpus: 2, calibration },
  );
}

/** An engine that is closed when its test ends, and the events it reports. */
async function engineFor(t: TestContext, file?: string) {
  const engine: Engine = poolEngine('pool', { moduleFor, ...(file ? { file } : {}) });
  const events: ProfileEvent[] = [];
  t.after(engine.close);
  return { engine, events, observe: (event: unknown) => void events.push(event as ProfileEvent) };
}

suite('the pool', () => {
  test('opens with a warm-up and reports its cold start', async (t) => {
    const { engine, events, observe } = await engineFor(t);
    await engine.open(planFor({}), observe, idle);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['warm-up-started', 'case-warmed'],
    );
  });

  for (const workload of ['list', 'pair', 'bigint'] as const) {
    test(`gives the right answer to every task of ${workload}`, async (t) => {
      const { engine, observe } = await engineFor(t);
      const plan = planFor({ workload });
      await engine.open(plan, observe, idle);
      const outcome = await engine.run(plan.cases[0]!, observe, idle);
      assert.equal(outcome.status, 'finished');
      if (outcome.status === 'finished') {
        const expected = expectedAnswer(workload, 2000);
        assert.deepEqual(
          rowsOf(outcome.spans).map(({ task, digest, kept }) => ({ task, digest, kept })),
          Array.from({ length: 6 }, (_, task) => ({ task, kept: undefined, ...expected })),
        );
      }
    });
  }

  test('counts spans from the start of the pass and within its wall', async (t) => {
    const { engine, observe } = await engineFor(t);
    const plan = planFor({});
    await engine.open(plan, observe, idle);
    const outcome = await engine.run(plan.cases[0]!, observe, idle);
    assert.equal(outcome.status, 'finished');
    if (outcome.status === 'finished') {
      const { wall } = outcome;
      const spans = rowsOf(outcome.spans);
      assert.ok(spans.every(({ start, end }) => start >= 0 && start < end && end <= wall));
      assert.ok(spans.every(({ worker }) => worker === 0 || worker === 1));
      assert.equal(new Set(spans.map(({ worker }) => worker)).size, 2);
    }
  });

  test('ends a pass with a sample in which all tasks are counted', async (t) => {
    const { engine, events, observe } = await engineFor(t);
    const plan = planFor({});
    await engine.open(plan, observe, idle);
    await engine.run(plan.cases[0]!, observe, idle);
    const samples = events.flatMap((event) =>
      event.type === 'workers-sampled' ? [event.workers] : [],
    );
    assert.equal(tasksIn(samples.at(-1) ?? []), 6);
  });

  for (const workload of ['list', 'pair', 'bigint'] as const) {
    test(`is cancelled in the middle of a ${workload} pass, and can run the next one`, async (t) => {
      const { engine, observe } = await engineFor(t);
      // Too many to be finished before the first sample, on any machine.
      const plan = planFor({ workload, size: 20_000, tasks: 100_000 });
      await engine.open(plan, observe, idle);
      const stop = new AbortController();
      const running = engine.run(
        plan.cases[0]!,
        (event) => event.type === 'workers-sampled' && stop.abort(),
        stop.signal,
      );
      assert.deepEqual(await running, { status: 'cancelled' });
      const next = { ...plan.cases[0]!, tasks: 2 };
      assert.equal((await engine.run(next, observe, idle)).status, 'finished');
    });
  }

  test('ends the threads of workers that ignore the cancel flag', async (t) => {
    const { engine, observe } = await engineFor(t, faultyWorker('deaf'));
    const plan = planFor({ tasks: 2 });
    await engine.open(plan, observe, idle);
    const stop = new AbortController();
    const running = engine.run(plan.cases[0]!, observe, stop.signal);
    stop.abort();
    assert.deepEqual(await running, { status: 'cancelled' });
  });

  test('fails a pass whose worker exits, with the cause, and opens a new crew for the next pass', async (t) => {
    const { engine, events, observe } = await engineFor(t, faultyWorker('exits'));
    const plan = planFor({});
    await engine.open(plan, observe, idle);
    const outcome = await engine.run(plan.cases[0]!, observe, idle);
    assert.deepEqual(outcome, {
      status: 'failed',
      failure: {
        code: 'worker-died',
        message: 'A worker of pool failed: it exited with code 3.',
        hint: 'Run again; if it happens again, report it.',
      },
    });
    await engine.run(plan.cases[0]!, observe, idle);
    assert.equal(events.filter(({ type }) => type === 'case-warmed').length, 2);
  });

  test('fails a pass whose worker runs out of heap, with a hint', async (t) => {
    const { engine, observe } = await engineFor(t);
    const plan = planFor({ workload: 'bigint', tasks: 1, workers: 1 });
    await engine.open(plan, observe, idle);
    const larger = { ...plan.cases[0]!, size: 100_000 };
    const outcome = await engine.run(larger, observe, idle);
    assert.equal(outcome.status === 'failed' && outcome.failure.code, 'out-of-heap');
  });

  test('stops warming up when it is cancelled', async (t) => {
    const { engine, events, observe } = await engineFor(t);
    const stop = new AbortController();
    const opening = engine.open(
      planFor({}),
      (event) => {
        observe(event);
        stop.abort();
      },
      stop.signal,
    );
    await opening;
    assert.ok(!events.some(({ type }) => type === 'case-warmed'));
  });
});

const tasksIn = (workers: readonly WorkerSample[]): number =>
  workers.reduce((total, { tasks }) => total + tasks, 0);
