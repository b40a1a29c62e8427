import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { failure, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { done, opening, running, startJob, work } from '../job/start-job.ts';

type Job = ReturnType<typeof startJob>;

/** From now on nothing arrives, and what was on its way is lost. */
function cut({ jobs }: Job, code = 'ray-unreachable'): void {
  jobs.cut = failure(code);
  jobs.streams.forEach((stream) => stream.fail());
}

const mend = ({ jobs }: Job): void => void (jobs.cut = undefined);

/** The driver writes to its log, which nobody can read now. */
function writeUnseen(job: Job, ...lines: readonly object[]): void {
  const { streams } = job.jobs;
  const hidden = streams.splice(0);
  job.say(...lines);
  streams.push(...hidden);
}

/** The new stream begins with the whole log, as Ray's does. */
async function catchUp(job: Job): Promise<void> {
  await job.pass(1500);
  job.jobs.streams.at(-1)?.say(job.jobs.log);
}

async function finish(job: Job) {
  job.jobs.state = { status: 'SUCCEEDED' };
  await job.pass(1500);
  const outcome = await job.outcome;
  assert.ok(outcome.status === 'finished', JSON.stringify(outcome));
  assert.deepEqual(
    outcome.results.map(({ task }) => task),
    [0, 1],
  );
  assert.equal(job.events.length, done.length);
  assert.deepEqual(job.phases, ['submitting', 'pending', 'starting', 'warming-up', 'running']);
  return outcome;
}

const submissions = ({ jobs }: Job): number =>
  jobs.calls.filter((call) => call.startsWith('submit')).length;

suite('a pass outlives an outage', () => {
  for (const code of ['ray-unreachable', 'ray-connection', 'ray-silent', 'ray-gateway']) {
    test(`in which requests end in ${code}, and says for how long`, async (t) => {
      const job = startJob(t);
      await job.start();
      job.say(...opening);
      cut(job, code);
      await job.pass(60_000);
      assert.deepEqual(job.outages.slice(1), []);
      mend(job);
      await job.pass(1500);
      job.say(...work, said.end('ok'));
      const { outOfTouch } = await finish(job);
      assert.ok(outOfTouch >= 60_000 && outOfTouch <= 62_000, `${outOfTouch}`);
      assert.match(job.outages.join(), /^silent for \d+,heard$/);
    });
  }

  test('before its job could be submitted: the time in which it could not be is not Ray’s', async (t) => {
    const job = startJob(t, (jobs) => void (jobs.cut = failure('ray-unreachable')));
    await job.pass(15_000);
    assert.equal(submissions(job), 0);
    assert.equal(job.outages.length, 1);
    mend(job);
    await job.pass(1100);
    await job.start();
    job.say(...done);
    const { durations } = await finish(job);
    assert.equal(submissions(job), 1);
    assert.equal(durations.submit, 0);
    assert.ok(durations.wall < 5000, `${durations.wall}`);
  });

  test('in which the answer to its submission was lost, with one job', async (t) => {
    const job = startJob(t, (jobs) => void (jobs.answersLost = failure('ray-connection')));
    await job.pass(5000);
    job.jobs.answersLost = undefined;
    await job.pass(1100);
    await job.start();
    job.say(...done);
    await finish(job);
    assert.deepEqual([...new Set(job.jobs.calls)], ['submit fibtui-1']);
  });

  test('while it is pending, and in which it began to run', async (t) => {
    const job = startJob(t);
    await job.pass(300);
    cut(job);
    job.jobs.state = running;
    writeUnseen(job, ...opening);
    await job.pass(15_000);
    mend(job);
    await catchUp(job);
    job.say(...work, said.end('ok'));
    await finish(job);
  });

  test('in which tasks ended: nothing twice, nothing lost', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening, work[0]!);
    cut(job);
    await job.pass(5000);
    writeUnseen(job, ...work.slice(1, 3));
    await job.pass(1000);
    mend(job);
    await catchUp(job);
    job.say(work[3]!, said.end('ok'));
    await finish(job);
    assert.deepEqual(job.events.slice(4), ['started', 'started', 'result', 'result', 'end']);
  });

  test('in which its job ended', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening);
    cut(job);
    writeUnseen(job, ...work, said.end('ok'));
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(60_000);
    mend(job);
    await finish(job);
  });

  test('between the end of its job and the last look into the log', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening);
    writeUnseen(job, ...work, said.end('ok'));
    job.jobs.unreadable = failure('ray-gateway');
    job.jobs.state = { status: 'SUCCEEDED' };
    await job.pass(30_000);
    job.jobs.unreadable = undefined;
    await finish(job);
  });

  test('after the last word of its driver, without waiting for the network', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...done);
    cut(job);
    await job.pass(5100);
    assert.equal((await job.outcome).status, 'finished');
  });

  test('of silence, in which no request has failed yet', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening);
    let answer = () => {};
    job.jobs.answering = new Promise((resolve) => (answer = resolve));
    job.jobs.unreadable = 'hangs';
    await job.pass(5000);
    assert.match(job.outages.join(), /^silent for [34]\d{3}$/);
    answer();
    job.jobs.unreadable = undefined;
    await job.pass(100);
    assert.equal(job.outages.at(-1), 'heard');
    job.say(...work, said.end('ok'));
    await finish(job);
  });

  test('after outage', async (t) => {
    const job = startJob(t, undefined, { deadline: 600_000 });
    await job.start();
    job.say(...opening);
    for (let outage = 0; outage < 5; outage++) {
      cut(job);
      await job.pass(40_000);
      mend(job);
      await catchUp(job);
    }

    job.say(...work, said.end('ok'));
    const { outOfTouch } = await finish(job);
    assert.ok(outOfTouch >= 200_000 && outOfTouch <= 210_000, `${outOfTouch}`);
  });
});

suite('during an outage', () => {
  test('the end of a head of our own is known at once', async (t) => {
    const head = new AbortController();
    const job = startJob(t, (jobs) => void (jobs.cut = failure('ray-unreachable')), {
      ended: head.signal,
    });
    await job.pass(5000);
    head.abort();
    assert.equal((await job.failure()).code, 'ray-head-ended');
  });

  test('a job is stopped where the network comes back in time', async (t) => {
    const job = startJob(t);
    await job.start();
    job.say(...opening);
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    cut(job);
    await job.pass(8000);
    job.cancel();
    await job.pass(4000);
    assert.equal(job.phases.at(-1), 'stopping');
    mend(job);
    await job.pass(1000);
    assert.deepEqual(await job.outcome, { status: 'cancelled' });
    assert.ok(job.jobs.calls.includes('stop fibtui-1'));
  });

  test('a job that cannot be stopped is over after six seconds, and may still run', async (t) => {
    const job = startJob(t);
    await job.start();
    cut(job);
    await job.pass(8000);
    job.cancel();
    await job.pass(6100);
    assert.deepEqual(await job.outcome, { status: 'cancelled', mayRun: true });
  });

  test('a job that was never submitted is not submitted after it was cancelled', async (t) => {
    const job = startJob(t, (jobs) => void (jobs.cut = failure('ray-unreachable')));
    await job.pass(8000);
    job.cancel();
    await job.pass(6100);
    mend(job);
    await job.pass(5000);
    assert.equal((await job.outcome).status, 'cancelled');
    assert.equal(submissions(job), 0);
  });

  test('that lasts too long, the job is stopped as soon as the network is there again', async (t) => {
    const job = startJob(t);
    await job.start();
    job.jobs.onStop = () => void (job.jobs.state = { status: 'STOPPED' });
    cut(job);
    await job.pass(122_000);
    mend(job);
    await job.pass(500);
    assert.equal((await job.failure()).code, 'ray-head-lost');
    assert.equal(await job.mayRun(), false);
  });
});
