import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { rowsOf } from '../helpers/profiles/rows.ts';
import { expectedAnswer } from '../../source/core/plan/answer.ts';
import { EngineError, type Failure } from '../../source/core/failure.ts';
import { rayPhases } from '../../source/core/plan/ray.ts';
import type { Report } from '../../source/core/report/report.ts';
import { rayJobs } from '../../source/engines/ray/api/jobs.ts';
import { startHead, type Head } from '../../source/engines/ray/head/head.ts';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { environment, program } from '../helpers/terminal/terminal.ts';
import { python, skip } from './environment.ts';
import { jobAt, jobsAt } from './job.ts';
import { expectFinished, openRig, type Rig } from './rig.ts';

const token = 'secret-of-this-test-0123456789';
const withToken = { environment: { RAY_AUTH_TOKEN: token } };

describe('a head that asks for a token', { skip }, () => {
  let head: Head;
  before(async () => void (head = await startHead({ python, cpus: 2, env: process.env, token })));
  after(async () => head?.close());

  for (const size of [1000, 50_000]) {
    test(`gives the answers that every engine gives: ${size} terms`, async () => {
      const rig = openRig(head.url, withToken);
      const { spans, wall, ray } = expectFinished(await rig.run({ size, tasks: 4 }));
      assert.deepEqual(
        rowsOf(spans).map(({ task, digest, kept }) => ({ task, digest, kept })),
        [0, 1, 2, 3].map((task) => ({ task, ...expectedAnswer('list', size) })),
      );
      // Nobody else holds a CPU.
      const unqueued = rayPhases.slice(0, -1).filter((phase) => phase !== 'queued');
      assert.deepEqual(rig.phases(), unqueued);
      assert.ok(ray?.python1 !== undefined && ray.python1 > 0);
      const { submit, pending, driverStart, warmUp, rest, address, version, nodes, cpus } = ray;
      assert.deepEqual(
        { address, version, nodes, cpus },
        { address: head.url, version: '2.60.0', nodes: 1, cpus: 2 },
      );
      assert.ok([submit, pending, driverStart, warmUp, rest].every((part) => part >= 0));
      assert.ok(submit + pending + driverStart + warmUp < wall);
      await jobAt(head.url, ray.job, token).becomes('SUCCEEDED');
    });
  }

  test('takes one from a file, too, and whoever looks sees it nowhere', async (t) => {
    const home = await mkdtemp(join(tmpdir(), 'fibtui-test-'));
    t.after(async () => rm(home, { recursive: true }));
    await mkdir(join(home, '.ray'));
    const file = join(home, '.ray', 'auth_token');
    await writeFile(file, `${token}\n`);

    for (const surroundings of [
      withToken,
      { home },
      { environment: { RAY_AUTH_TOKEN_PATH: file } },
    ]) {
      const rig = openRig(head.url, surroundings);
      const outcome = expectFinished(await rig.run({ size: 1000 }));
      assert.ok(!JSON.stringify([rig.events, outcome]).includes(token));
      const { job } = outcome.ray!;
      assert.ok(!(await jobAt(head.url, job, token).logs()).includes(token));
    }

    assert.ok(!JSON.stringify(await jobsAt(head.url, token)).includes(token));
  });

  /** The failure to open the engine; checks that no event contains a token. */
  async function refusal(rig: Rig): Promise<Failure> {
    const error: unknown = await rig.run({ size: 1000 }).catch((reason: unknown) => reason);
    assert.ok(error instanceof EngineError, String(error));
    assert.doesNotMatch(`${error.stack} ${JSON.stringify([error, rig.events])}`, /secret/);
    return error.failure;
  }

  test('refuses whoever has none', async () => {
    assert.deepEqual(await refusal(openRig(head.url)), {
      code: 'ray-token-missing',
      message: `The cluster at ${head.url} (from --ray) needs a token.`,
      hint: 'Set RAY_AUTH_TOKEN, or put the token into ~/.ray/auth_token.',
    });
  });

  test('refuses whoever has another', async () => {
    const wrong = { environment: { RAY_AUTH_TOKEN: 'another-secret' } };
    assert.deepEqual(await refusal(openRig(head.url, wrong)), {
      code: 'ray-token-refused',
      message: `The cluster at ${head.url} (from --ray) refused the token from RAY_AUTH_TOKEN.`,
      hint: 'Ask for the cluster’s current token, and set RAY_AUTH_TOKEN.',
    });
  });

  test('has its own Python, where the one that was asked for does not exist', async () => {
    const rig = openRig(head.url, { ...withToken, python: '/nowhere/bin/python' });
    expectFinished(await rig.run({ size: 1000 }));
  });

  test('takes a job that is submitted twice with one id once', async () => {
    const jobs = rayJobs({
      address: { base: head.url, from: 'the test' },
      userAgent: 'fibtui/0.0.0',
      token: { from: 'the test', explicit: true, reveal: () => token },
    });
    const job = { id: 'fibtui-twice', entrypoint: "echo 'ran'\\ once", metadata: {} };
    await jobs.submit(job);
    await jobs.submit(job);
    const { logs, becomes } = jobAt(head.url, job.id, token);
    await becomes('SUCCEEDED');
    assert.equal((await logs()).match(/^ran once$/gm)?.length, 1);
    const listed = await jobsAt(head.url, token);
    assert.equal(listed.filter((one) => one.submission_id === job.id).length, 1);
  });

  test('has its bar in the report of the built program, which keeps the token to itself', async () => {
    const plan = ['--size', '1k', '--tasks', '4', '--rounds', '1', '--json'];
    const { code, stdout, stderr } = await printedBy(
      [process.execPath, program, '--quiet', '--ray', head.url, ...plan],
      { env: environment({ RAY_AUTH_TOKEN: token }) },
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.ok(!stdout.includes(token));
    const { cases, passes } = JSON.parse(stdout) as Report;
    assert.deepEqual(
      passes.map(({ case: id, status }) => [id, status]),
      ['local', 'pool', 'ray'].map((id) => [id, 'finished']),
    );
    assert.ok(cases.every(({ median }) => median !== undefined));
    const pass = passes.find((one) => one.case === 'ray');
    assert.ok(pass?.status === 'finished' && pass.clock === 'driver' && pass.ray);
    assert.deepEqual([pass.ray.address, pass.ray.nodes, pass.ray.cpus], [head.url, 1, 2]);
    assert.ok(pass.ray.lambda! > 0 && pass.ray.inside! > 0 && pass.ray.share > 0);
    await jobAt(head.url, pass.ray.job, token).becomes('SUCCEEDED');
  });
});
