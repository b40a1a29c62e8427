import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { EngineError } from '../../../../source/core/failure.ts';
import type { JobInfo } from '../../../../source/engines/ray/api/job-info.ts';
import { seeded } from '../../../helpers/numbers/random.ts';
import { planWith } from '../../../helpers/profiles/profiles.ts';
import { failure } from '../../../helpers/ray/fake-ray-jobs.ts';
import { extremes, oneOf, type Random } from '../../../helpers/ray/mutated.ts';
import { randomDriverLog } from '../../../helpers/ray/random-driver.ts';
import { readable } from '../api/jobs-at.ts';
import { startJob } from './start-job.ts';

const planned = planWith({ engines: ['ray'], tasks: 3, size: 1000, rounds: 1 }).cases[0]!;

const statuses = [
  'PENDING',
  'RUNNING',
  'RUNNING',
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'STOPPED',
] as const;

const randomInfo = (random: Random): JobInfo => ({
  status: oneOf(random, statuses),
  message: oneOf(random, ['', 'a\u001B[2J\nb', 'x'.repeat(20_000), '@fibtui:n {"v":1}']),
  errorType: oneOf(random, ['', 'RUNTIME_ENV_SETUP_FAILURE', 'constructor', '__proto__']),
  exitCode: Number(oneOf(random, extremes)) || 0,
  ...(random() < 0.7 ? { driverNodeId: 'a' } : {}),
});

const noise = [
  '',
  '\n',
  '\r',
  '@fibtui:n ',
  '@fibtui:n {',
  '}{\n',
  '\u001B[31m',
  'x'.repeat(70_000),
];

/** A cluster that changes its mind with every question, and a log that is cut, repeated and interrupted anywhere. */
async function outcomeOf(t: TestContext, random: Random) {
  const log = randomDriverLog(random, planned, 'n');
  const failing = random() * 0.5;
  const job = startJob(
    t,
    (jobs) => {
      const some =
        <Value>(value: () => Value) =>
        async () => {
          if (random() < failing) {
            throw new EngineError(failure('ray-connection'));
          }

          return value();
        };
      const part = () => log.slice(0, Math.floor(random() * 2 * log.length));
      Object.assign(jobs, {
        info: some(() => randomInfo(random)),
        stop: some(() => random() < 0.5),
        logs: some(part),
      });
    },
    { tasks: planned.tasks, deadline: 10_000 },
  );
  const end = { over: false };
  void job.outcome.finally(() => void (end.over = true));
  for (let step = 0; !end.over && step < 400; step += 1) {
    const from = Math.floor(random() * log.length);
    job.jobs.streams
      .at(-1)
      ?.say(random() < 0.5 ? log.slice(from, from + 300) : oneOf(random, noise));
    if (random() < 0.1) {
      job.jobs.streams.at(-1)?.end();
    }

    await job.pass(oneOf(random, [50, 200, 1000]));
  }

  assert.ok(end.over, 'it goes on for ever');
  t.mock.reset();
  return job.outcome;
}

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

test('a job ends in one of the three ways, whatever its cluster says of it', async (t) => {
  const ends = new Set<string>();
  for (const seed of seeds) {
    const outcome = await outcomeOf(t, seeded(seed));
    ends.add(outcome.status === 'failed' ? outcome.failure.code : outcome.status);
    if (outcome.status === 'failed') {
      readable(outcome.failure);
    }
  }

  assert.ok(ends.size > 3, [...ends].join());
});
