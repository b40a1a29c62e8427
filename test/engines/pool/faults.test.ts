import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { Worker } from 'node:worker_threads';
import type { ProfileEvent } from '../../../source/core/profile/event.ts';
import { type Case, type Plan, caseOf } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { calibrationTimes } from '../../../source/engines/pool/calibrate.ts';
import { poolEngine } from '../../../source/engines/pool/pool.ts';
import { silenceLimit } from '../../../source/engines/pool/watchdog.ts';
import { loadModule, moduleFor } from '../../../source/workload/open-kernel.ts';
import { faultyWorker } from '../../helpers/pool/crews.ts';
import { untilAtMost, threads } from '../../helpers/pool/threads.ts';

// Reading it starts threads that stay, which a test would count.
const module = await loadModule();
const idle = new AbortController().signal;

const planFor = (settings: Partial<Settings> = {}): Plan =>
  planOf(
    { ...defaultSettings, engines: ['pool'], size: 2000, tasks: 6, workers: 2, ...settings },
    { cpus: 2, calibration: { workload: 'list', a: 0, b: 0, c: 1e-6 } },
  );

/** An engine that is closed when its test ends, its events, and functions that open it and run passes. */
function engineFor(t: TestContext, plan: Plan, file?: string) {
  const engine = poolEngine('pool', { moduleFor, ...(file ? { file } : {}) });
  const events: ProfileEvent[] = [];
  const observe = (event: unknown) => void events.push(event as ProfileEvent);
  t.after(engine.close);
  return {
    engine,
    events,
    open: async () => engine.open(plan, observe, idle),
    run: async (index: number, given: Partial<Case> = {}) => {
      const planned = caseOf(plan, plan.passes[index]!);
      return engine.run({ ...planned, ...given }, observe, idle);
    },
  };
}

type Failed = { readonly code: string; readonly message: RegExp };

const faults: Readonly<Record<string, Failed>> = {
  dies: { code: 'worker-died', message: /^A worker of pool failed: it exited with code 3\.$/ },
  throws: {
    code: 'worker-died',
    message: /^A worker of pool failed: the kernel went astray\.$/,
  },
  spins: { code: 'worker-silent', message: /^Worker 2 of pool stopped answering: .* 1\.25 s\.$/ },
  sleeps: { code: 'worker-silent', message: /^Worker 2 of pool stopped answering: .* 1\.25 s\.$/ },
};

suite('a worker that', () => {
  for (const [name, { code, message }] of Object.entries(faults)) {
    test(`${name} fails its pass with the cause, the next pass runs, and no thread is left`, async (t) => {
      const before = threads();
      const { engine, open, run } = engineFor(t, planFor(), faultyWorker(name));
      await open();
      const outcome = await run(0);
      assert.ok(outcome.status === 'failed');
      assert.equal(outcome.failure.code, code);
      assert.match(outcome.failure.message, message);
      assert.equal((await run(1, { tasks: 1 })).status, 'finished');
      await engine.close();
      await untilAtMost(before, threads);
    });
  }

  test('is terminated from outside fails its pass with the cause, and the next pass runs', async (t) => {
    const born: Worker[] = [];
    const onWorker = (worker: Worker) => void born.push(worker);
    process.on('worker', onWorker);
    t.after(() => process.off('worker', onWorker));
    const { open, run } = engineFor(t, planFor({ size: 20_000, tasks: 2000 }));
    await open();
    const running = run(0);
    await born[1]?.terminate();
    const outcome = await running;
    assert.equal(
      outcome.status === 'failed' && outcome.failure.message,
      'A worker of pool failed: it exited with code 1.',
    );
    assert.equal((await run(1, { tasks: 2 })).status, 'finished');
  });

  test('outgrows its heap fails its pass with the cause, and the same threads run the next one', async (t) => {
    const plan = planFor({ workload: 'bigint', tasks: 2 });
    const { events, open, run } = engineFor(t, plan);
    await open();
    const outcome = await run(0, { size: 100_000 });
    assert.equal(outcome.status === 'failed' && outcome.failure.code, 'out-of-heap');
    assert.equal((await run(1)).status, 'finished');
    assert.equal(events.filter(({ type }) => type === 'case-warmed').length, 1);
  });

  test('hangs in its warm-up costs its case one pass, and every further pass tries again', async (t) => {
    const { events, open, run } = engineFor(t, planFor(), faultyWorker('sleeps-early'));
    await open();
    const outcome = await run(0);
    assert.equal(outcome.status === 'failed' && outcome.failure.code, 'worker-silent');
    assert.equal((await run(1, { workers: 1 })).status, 'finished');
    assert.deepEqual(
      events.flatMap(({ type }) => (type === 'workers-sampled' ? [] : [type])),
      ['warm-up-started', 'warm-up-started', 'case-warmed'],
    );
  });

  test('does not load fails every pass, and is not restarted again and again', async (t) => {
    const born: Worker[] = [];
    const onWorker = (worker: Worker) => void born.push(worker);
    process.on('worker', onWorker);
    t.after(() => process.off('worker', onWorker));
    const { engine, open, run } = engineFor(t, planFor(), faultyWorker('breaks-at-start'));
    await open();
    for (const outcome of [await run(0), await run(1)]) {
      assert.equal(
        outcome.status === 'failed' && outcome.failure.message,
        'A worker of pool failed: the worker does not load.',
      );
    }

    await engine.close();
    assert.ok(born.length <= 6, `${born.length} threads for two crews of two`);
  });

  test('never takes up an order fails its pass', async (t) => {
    const { open, run } = engineFor(t, planFor({ workers: 1 }), faultyWorker('deaf'));
    await open();
    const outcome = await run(0);
    assert.equal(
      outcome.status === 'failed' && outcome.failure.message,
      'No worker of pool accepts tasks: no sign of life for 5.00 s.',
    );
  });
});

test('a worker that hangs is given at most a second and a half', () => {
  assert.ok(silenceLimit <= 1500);
});

test('a case that does not open leaves the other cases of its engine alone', async (t) => {
  const plan = planFor({ engines: ['pool', 'pool'] });
  const [first, second] = plan.cases;
  const cases = [first!, { ...second!, workers: 1 }];
  const { open, run } = engineFor(t, { ...plan, cases }, faultyWorker('sleeps-early'));
  await open();
  assert.equal((await run(0)).status, 'failed');
  assert.equal((await run(1, { workers: 1 })).status, 'finished');
});

test('a calibration whose worker does not load rejects with a sentence', async () => {
  const calibrating = calibrationTimes({
    workload: 'list',
    module,
    limit: 1e9,
    signal: idle,
    file: faultyWorker('breaks-at-start'),
  });
  await assert.rejects(calibrating, {
    name: 'EngineError',
    message: 'A worker of the calibration failed: the worker does not load.',
  });
});
