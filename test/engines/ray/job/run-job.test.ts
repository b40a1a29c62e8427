import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { runJob, type RunJobRequest } from '../../../../source/engines/ray/job/run-job.ts';
import {
  driverLines,
  failure,
  fakeRayJobs,
  said,
  type FakeRay,
} from '../../../helpers/ray/fake-ray-jobs.ts';
import { mockedTime } from '../../../helpers/time/mocked-time.ts';

const running = { status: 'RUNNING', driverNodeId: 'node' } as const;

/** One job on a fake Ray, with everything that is told of it. */
function started(
  t: TestContext,
  prepare: (jobs: FakeRay) => void = () => {},
  options: Partial<RunJobRequest> = {},
) {
  const time = mockedTime(t);
  const jobs = fakeRayJobs();
  prepare(jobs);
  const end = new AbortController();
  const phases: string[] = [];
  const events: string[] = [];
  const notes: (string | undefined)[] = [];
  const line = driverLines('n');
  const outcome = runJob({
    jobs,
    job: { id: 'fibtui-1', entrypoint: 'python', metadata: {} },
    address: { base: 'http://ray:8265', from: '--ray' },
    ray: '2.60.0',
    nonce: 'n',
    tasks: 2,
    deadline: 60_000,
    signal: end.signal,
    onPhase: (phase) => void phases.push(phase),
    onEvent: ({ ev }) => void events.push(ev),
    onNote: (note) => void notes.push(note),
    now: time.now,
    ...options,
  });
  return {
    ...time,
    jobs,
    phases,
    events,
    notes,
    outcome,
    cancel: () => end.abort(),
    /** The driver writes; what is open streams it. */
    say(...told: readonly object[]) {
      for (const one of told) {
        const text = line(one);
        jobs.log += text;
        jobs.streams.at(-1)?.say(text);
      }
    },
    /** Ray starts the driver, and its log is followed. */
    async start() {
      jobs.state = running;
      await time.pass(200);
    },
    async failure() {
      const ended = await outcome;
      assert.ok(ended.status === 'failed', ended.status);
      return ended.failure;
    },
  };
}

const opening = [said.hello, said.cluster, said.warm, said.submitted(2)];
const work = [said.started(1, 'b'), said.started(0, 'a'), said.result(1), said.result(0)];
const done = [...opening, ...work, said.end('ok')];

suite('a job', () => {
  test('fails at once, in one sentence, when the head that runs it has ended', async (t) => {
    const head = new AbortController();
    const job = started(t, () => {}, { ended: head.signal });
    await job.pass(300);
    await job.start();
    job.say(...opening);
    head.abort();
    assert.deepEqual(await job.failure(), {
      code: 'ray-head-ended',
      message: 'The Ray head that fibtui started ended while fibtui-1 ran.',
      hint: 'Run it again; if it happens again, check that the machine has memory left.',
    });
    assert.ok(job.jobs.streams.every((stream) => !stream.open()));
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
  });

  test('goes through its phases, and is finished with the driver’s last word', async (t) => {
    const job = started(t);
    await job.pass(300);
    await job.start();
    job.say(...done);
    await job.pass(100);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(200);
    const outcome = await job.outcome;
    assert.ok(outcome.status === 'finished');
    assert.deepEqual(job.phases, ['submitting', 'pending', 'starting', 'warming-up', 'running']);
    assert.deepEqual(job.events, [
      'hello',
      'cluster',
      'warm',
      'submitted',
      'started',
      'started',
      'result',
      'result',
      'end',
    ]);
    assert.deepEqual(
      outcome.results.map(({ task, worker, kept }) => [task, worker, kept]),
      [
        [0, 'worker-a', '12'],
        [1, 'worker-b', '12'],
      ],
    );
    assert.deepEqual(outcome.serial, []);
    assert.equal(outcome.cluster?.cpus, 2);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    assert.equal(job.jobs.streams[0]!.open(), false);
  });

  test('has its time in parts, the serial tasks left out', async (t) => {
    let accept = () => {};
    const job = started(t, (jobs) => {
      jobs.submission = new Promise((resolve) => (accept = resolve));
    });
    await job.pass(300);
    accept();
    await job.settle();
    await job.start();
    await job.pass(500);
    job.say({ ...said.hello, ts: 50_000 }, { ...said.cluster, ts: 50_200 });
    await job.pass(1000);
    job.say(
      { ...said.submitted(2), ts: 50_600 },
      said.started(0, 'a'),
      said.started(1, 'b'),
      said.result(0, 50_700, 51_000),
      { ...said.result(1, 50_650, 51_300), ts: 51_400 },
    );
    await job.pass(1500);
    job.say({ ...said.serial, ts: 52_100 }, { ...said.end('ok'), ts: 52_200 });
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(200);
    const outcome = await job.outcome;
    assert.ok(outcome.status === 'finished');
    assert.deepEqual(outcome.serial, [80, 90, 100]);
    const { rest, wall, ...parts } = outcome.durations;
    assert.deepEqual(parts, {
      submit: 300,
      // 700 to the first line, of which the driver imported for 400.
      pending: 300,
      driverStart: 600,
      warmUp: 400,
      span: 650,
    });
    // 3500 to the last word, 800 after the last task.
    assert.equal(wall, 2700);
    assert.equal(rest, wall - 300 - 300 - 600 - 400 - 650);
  });

  test('is not over for the next one before Ray says so, but not for longer than 5 s', async (t) => {
    const job = started(t);
    await job.start();
    job.say(...done);
    let over = false;
    void job.outcome.then(() => (over = true));
    await job.settle();
    assert.equal(job.jobs.streams[0]!.open(), false);
    await job.pass(4900);
    assert.equal(over, false);
    await job.pass(200);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('is told of once where its stream breaks and comes again', async (t) => {
    const job = started(t);
    await job.start();
    job.say(...opening);
    job.jobs.streams[0]!.fail();
    await job.pass(300);
    await job.pass(1500);
    assert.deepEqual(job.notes, ['reconnecting']);
    job.jobs.streams[1]!.say(job.jobs.log);
    job.say(...work, said.end('ok'));
    job.jobs.state = { status: 'SUCCEEDED' };
    assert.equal((await job.outcome).status, 'finished');
    assert.equal(job.events.length, done.length);
    assert.deepEqual(job.notes, ['reconnecting', undefined]);
  });

  test('says nothing after its last word', async (t) => {
    const job = started(t);
    await job.start();
    job.jobs.streams.length = 0;
    job.say(...done, said.progress(), said.end('error'));
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(1000);
    assert.equal((await job.outcome).status, 'finished');
    assert.equal(job.events.length, done.length);
  });

  test('is asked for quickly until it runs, and then once a second', async (t) => {
    const job = started(t);
    await job.pass(1500);
    assert.equal(job.jobs.questions, 11);
    await job.start();
    await job.pass(3000);
    assert.equal(job.jobs.questions, 11 + 4);
    job.cancel();
    await job.pass(7000);
  });

  test('the stream of which never came through has its result from the log', async (t) => {
    const job = started(t);
    await job.start();
    job.jobs.streams.length = 0;
    job.say(...done);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(1000);
    assert.equal((await job.outcome).status, 'finished');
    assert.equal(job.events.length, done.length);
  });

  test('that is not submitted is a failure, and is not left running in case it was', async (t) => {
    const job = started(t, (jobs) => {
      jobs.submission = failure('ray-silent');
    });
    assert.equal((await job.failure()).code, 'ray-silent');
    assert.deepEqual(job.phases, ['submitting']);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });
});

suite('a pending job', () => {
  test('is told with Ray’s reason after a while', async (t) => {
    const job = started(t);
    job.jobs.state = { status: 'PENDING', message: 'It may be waiting\nfor resources.' };
    await job.pass(19_000);
    assert.deepEqual(job.notes, []);
    await job.pass(2000);
    assert.deepEqual(job.notes, ['for resources.']);
    await job.start();
    assert.deepEqual(job.notes, ['for resources.', undefined]);
    job.cancel();
    await job.pass(7000);
  });

  test('that never starts is given up, and asked to stop', async (t) => {
    const job = started(t, undefined, { pendingLimit: 30_000 });
    job.jobs.state = { status: 'PENDING', message: 'no room' };
    await job.pass(31_000);
    const { code, message } = await job.failure();
    assert.equal(code, 'ray-pending');
    assert.match(message, /no room/);
    assert.deepEqual(job.phases, ['submitting', 'pending']);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });

  test('that fails before its driver runs says why', async (t) => {
    const job = started(t);
    job.jobs.state = {
      status: 'FAILED',
      errorType: 'RUNTIME_ENV_SETUP_FAILURE',
      message: 'IOError: no such package',
    };
    await job.pass(200);
    assert.equal((await job.failure()).code, 'ray-environment');
  });
});

suite('a running job', () => {
  const endings = [
    ['is stopped from outside, by its driver', [said.end('stopped')], 'ray-stopped-elsewhere'],
    ['finds no CPUs', [said.end('error', { reason: 'no-cpus' })], 'ray-no-cpus'],
    ['reaches its deadline', [...opening, said.end('deadline')], 'ray-deadline'],
    ['finds no Python with ray', [{ ev: 'nopython' }], 'ray-no-python'],
    [
      'loses a worker',
      [...opening, ...work.slice(0, 3), said.failed(1, 'WorkerCrashedError'), said.end('partial')],
      'ray-worker-died',
    ],
    [
      'ends without all results',
      [...opening, ...work.slice(0, 3), said.end('ok')],
      'ray-no-result',
    ],
  ] as const;
  for (const [what, told, code] of endings) {
    test(`that ${what} fails, with the driver’s other words`, async (t) => {
      const job = started(t);
      await job.start();
      job.jobs.streams[0]!.say('(raylet) words\n');
      job.say(...told);
      job.jobs.state = { status: 'FAILED' };
      await job.pass(200);
      assert.equal((await job.failure()).code, code);
      const outcome = await job.outcome;
      assert.deepEqual('log' in outcome && outcome.log, ['(raylet) words']);
    });
  }

  for (const [what, state, code] of [
    ['is stopped from outside, without a word', { status: 'STOPPED' }, 'ray-stopped-elsewhere'],
    ['succeeds without a word', { status: 'SUCCEEDED' }, 'ray-no-result'],
    ['is killed', { status: 'FAILED', exitCode: -9 }, 'ray-driver-killed'],
  ] as const) {
    test(`that ${what} fails after one more look into its log`, async (t) => {
      const job = started(t);
      await job.start();
      job.say(...opening, ...work.slice(0, 3));
      job.jobs.log = `first words\n${job.jobs.log}last words`;
      job.jobs.streams[0]!.say('first words\n');
      job.jobs.state = state;
      await job.pass(1100);
      assert.equal((await job.failure()).code, code);
      const outcome = await job.outcome;
      assert.deepEqual('log' in outcome && outcome.log, ['first words', 'last words']);
      assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    });
  }

  test('the log of which is lost with its end says so', async (t) => {
    const job = started(t);
    await job.start();
    job.say(...opening);
    job.jobs.unreadable = failure('ray-gateway');
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(1100);
    assert.equal((await job.failure()).code, 'ray-log-lost');
  });

  test('of which Ray has forgotten all has vanished at once', async (t) => {
    const job = started(t);
    await job.start();
    job.jobs.state = failure('ray-job-lost');
    await job.pass(1100);
    assert.equal((await job.failure()).code, 'ray-job-lost');
  });

  test('survives a while without answers, and any while in which its driver is heard', async (t) => {
    const job = started(t);
    await job.start();
    job.jobs.state = failure('ray-silent');
    await job.pass(8000);
    job.jobs.state = running;
    await job.pass(2000);
    job.jobs.state = failure('ray-silent');
    await job.pass(8000);
    for (let second = 0; second < 20; second++) {
      job.say(said.progress());
      await job.pass(1000);
    }

    job.say(...done);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(200);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('is lost with its head, after ten seconds without an answer', async (t) => {
    const job = started(t);
    await job.start();
    job.jobs.state = failure('ray-unreachable', 'No Ray dashboard there.');
    await job.pass(12_000);
    const { code, message } = await job.failure();
    assert.equal(code, 'ray-head-lost');
    assert.match(message, /No Ray dashboard there/);
    assert.ok(job.jobs.streams.every((stream) => !stream.open()));
  });

  test('is not lost for one question that is answered late, and badly', async (t) => {
    const job = started(t);
    await job.start();
    let answer = () => {};
    job.jobs.answering = new Promise((resolve) => (answer = resolve));
    await job.pass(15_000);
    job.jobs.state = failure('ray-silent');
    answer();
    await job.pass(100);
    job.jobs.state = running;
    await job.pass(1000);
    job.say(...done);
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(4000);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('that goes on beyond its driver’s deadline is given up, and asked to stop', async (t) => {
    const job = started(t, undefined, { deadline: 10_000 });
    await job.start();
    await job.pass(26_000);
    assert.equal((await job.failure()).code, 'ray-unending');
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });
});

suite('a cancelled job', () => {
  test('is stopped, and over when Ray says so', async (t) => {
    const job = started(t);
    await job.start();
    job.say(...opening);
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    job.cancel();
    await job.settle();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
    assert.equal(job.phases.at(-1), 'stopping');
    assert.equal(job.jobs.streams[0]!.open(), false);
  });

  test('is over after six seconds, whatever Ray says', async (t) => {
    const job = started(t, (jobs) => {
      jobs.unstoppable = failure('ray-silent');
    });
    await job.start();
    job.cancel();
    let over = false;
    void job.outcome.then(() => (over = true));
    await job.pass(5900);
    assert.equal(over, false);
    await job.pass(200);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
  });

  test('whose stop is refused is stopped again', async (t) => {
    const job = started(t, (jobs) => {
      jobs.unstoppable = failure('ray-error');
    });
    await job.pass(200);
    job.cancel();
    await job.settle();
    job.jobs.unstoppable = undefined;
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    await job.pass(400);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.ok(job.jobs.calls.length > 2);
  });

  test('that Ray stops without an answer is over when it says so', async (t) => {
    const job = started(t, (jobs) => {
      jobs.unstoppable = 'hangs';
    });
    await job.start();
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    job.cancel();
    await job.pass(2100);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
  });

  test('that was pending is stopped again when it runs, for Ray has forgotten it', async (t) => {
    const job = started(t);
    await job.pass(200);
    job.cancel();
    await job.pass(1000);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
    job.jobs.state = running;
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    await job.pass(400);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1', 'stop fibtui-1']);
    assert.deepEqual(job.phases, ['submitting', 'pending', 'stopping']);
  });

  test('that is being submitted is stopped as soon as Ray has it', async (t) => {
    let accept = () => {};
    const job = started(t, (jobs) => {
      jobs.submission = new Promise((resolve) => (accept = resolve));
      jobs.onStop = () => void (jobs.state = { status: 'STOPPED' });
    });
    job.cancel();
    await job.pass(1000);
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
    accept();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1', 'stop fibtui-1']);
  });

  test('that Ray takes long after is stopped even then', async (t) => {
    let accept = () => {};
    const job = started(t, (jobs) => {
      jobs.submission = new Promise((resolve) => (accept = resolve));
      jobs.state = failure('ray-unreachable');
    });
    job.cancel();
    await job.pass(6100);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    const before = job.jobs.calls.length;
    accept();
    await job.settle();
    assert.deepEqual(job.jobs.calls.slice(before), ['stop fibtui-1']);
  });

  test('that Ray does not know needs no waiting', async (t) => {
    const job = started(t, (jobs) => {
      jobs.submission = failure('ray-refused');
      jobs.state = failure('ray-job-lost');
    });
    job.cancel();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
  });

  test('keeps the results of a driver that had ended before', async (t) => {
    const job = started(t);
    await job.start();
    job.say(...done);
    await job.pass(100);
    job.cancel();
    assert.equal((await job.outcome).status, 'finished');
    assert.deepEqual(job.jobs.calls, ['submit fibtui-1']);
  });

  test('whose driver says that it was stopped was not stopped by someone else', async (t) => {
    const job = started(t);
    await job.start();
    job.say(...opening, said.end('stopped'));
    job.cancel();
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
  });

  test('is not even submitted where that came first', async (t) => {
    const job = started(t, undefined, { signal: AbortSignal.abort() });
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.deepEqual(job.jobs.calls, []);
    assert.deepEqual(job.phases, []);
  });
});
