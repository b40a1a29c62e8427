import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openRayServer } from '../../../helpers/ray/ray-server.ts';
import { jobsAt, rejection } from './jobs-at.ts';

const job = {
  id: 'fibtui-1',
  entrypoint: 'true',
  metadata: { app: 'fibtui', version: '0.1.0' },
};

suite('a cluster', () => {
  test('tells its version', async (context) => {
    const { url } = await openRayServer(context);
    const version = await jobsAt(url).version();
    assert.deepEqual(version, { ray: '2.60.0', session: 'session_stand_in' });
  });

  test('is asked below the path that an ingress gives it', async (context) => {
    const server = await openRayServer(context);
    await assert.rejects(jobsAt(`${server.url}/team/`).version());
    assert.deepEqual(server.calls(), ['GET /team/api/version']);
  });

  test('tells which nodes are alive, with as many CPUs as they have', async (context) => {
    const node = { node_ip: '10.0.0.2', is_head_node: false, state: 'ALIVE' };
    const { url } = await openRayServer(context, {
      nodes: [
        { ...node, node_id: 'a', node_name: 'worker-a', resources_total: { CPU: 3.5 } },
        { ...node, node_id: 'b', node_name: '', is_head_node: true, resources_total: {} },
        { ...node, node_id: 'c', state: 'DEAD', resources_total: { CPU: 8 } },
        { state: 'ALIVE', resources_total: { CPU: 'many' } },
      ],
    });
    assert.deepEqual(await jobsAt(url).nodes(), [
      { id: 'a', name: 'worker-a', ip: '10.0.0.2', cpus: 3.5, head: false },
      { id: 'b', name: '10.0.0.2', ip: '10.0.0.2', cpus: 0, head: true },
    ]);
  });

  test('of more than a hundred nodes tells all of them', async (context) => {
    const nodes = Array.from({ length: 150 }, (_, index) => ({
      node_id: `n${index}`,
      state: 'ALIVE',
      resources_total: { CPU: 1 },
    }));
    const { url } = await openRayServer(context, { nodes });
    assert.equal((await jobsAt(url).nodes()).length, 150);
  });

  test('that has just started is asked for its nodes again, for five seconds', async (context) => {
    const server = await openRayServer(context);
    const none = [200, { result: true, data: { result: { total: 0, result: [] } } }] as const;
    server.answer('GET /api/v0/nodes', none, 3);
    const jobs = jobsAt(server.url);
    assert.equal((await jobs.nodes()).length, 1);
    assert.deepEqual(jobs.paused, [500, 500, 500]);
    server.answer('GET /api/v0/nodes', none, 99);
    assert.deepEqual(await jobs.nodes(), []);
    assert.equal(jobs.paused.length, 13);
  });
});

suite('a package', () => {
  const zip = Buffer.from('PK, as far as this server looks');

  test('is uploaded once, under a name made of its bytes', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    const uri = await jobs.upload(zip);
    assert.match(uri ?? '', /^gcs:\/\/_ray_pkg_[0-9a-f]{32}\.zip$/);
    assert.deepEqual(server.state.packages.get(uri!.slice('gcs://'.length)), zip);
    assert.equal(await jobs.upload(zip), uri);
    assert.deepEqual(
      server.requests.map(({ call }) => call.split(' ')[0]),
      ['GET', 'PUT', 'GET'],
    );
    assert.notEqual(await jobs.upload(Buffer.from('other')), uri);
  });

  for (const status of [403, 404, 405, 413, 500, 502]) {
    test(`that is refused with ${status} is not uploaded, which is no failure`, async (context) => {
      const server = await openRayServer(context);
      const uri = await jobsAt(server.url).upload(zip);
      server.state.packages.clear();
      const path = `/api/packages/gcs/${uri!.slice('gcs://'.length)}`;
      server.answer(`PUT ${path}`, [status, 'no']);
      assert.equal(await jobsAt(server.url).upload(zip), undefined);
      server.answer(`GET ${path}`, [status === 404 ? 405 : status, 'no']);
      assert.equal(await jobsAt(server.url).upload(zip), undefined);
    });
  }

  test('that is too large for Ray is not uploaded', async (context) => {
    const { url } = await openRayServer(context, { largest: zip.length - 1 });
    assert.equal(await jobsAt(url).upload(zip), undefined);
  });

  test('is refused for want of a token as anything else is', async (context) => {
    const { url } = await openRayServer(context, { token: 'hush' });
    assert.equal((await rejection(jobsAt(url).upload(zip))).code, 'ray-token-missing');
  });
});

suite('a job', () => {
  test('is posted with its id, its package and its metadata, and nothing else', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    const workingDirectory = await jobs.upload(Buffer.from('zip'));
    await jobs.submit({ ...job, workingDirectory: workingDirectory! });
    assert.deepEqual(server.job(job.id).posted, {
      entrypoint: 'true',
      submission_id: 'fibtui-1',
      metadata: job.metadata,
      runtime_env: { working_dir: workingDirectory },
    });
  });

  test('goes with the headers that Ray needs, none of a browser’s', async (context) => {
    const server = await openRayServer(context);
    await jobsAt(server.url).submit(job);
    const { body, headers } = server.requests.at(-1)!;
    assert.deepEqual(headers, {
      host: `127.0.0.1:${server.port}`,
      connection: 'close',
      accept: '*/*',
      'user-agent': 'fibtui/0.0.0',
      'content-type': 'application/json',
      'content-length': String(body.length),
    });
  });

  test('that is submitted twice runs once', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    await jobs.submit(job);
    await jobs.submit(job);
    assert.equal(server.state.jobs.size, 1);
  });

  test('whose answer was lost is submitted again, and runs once', async (context) => {
    const server = await openRayServer(context);
    const lost = (response: { destroy: () => unknown }) => void response.destroy();
    server.answer('POST /api/jobs/', lost);
    await jobsAt(server.url).submit(job);
    assert.deepEqual(server.calls(), ['POST /api/jobs/', 'POST /api/jobs/']);
    assert.equal(server.state.jobs.size, 1);
  });

  test('waits for a Ray that is still starting', async (context) => {
    const server = await openRayServer(context, { starting: 2 });
    const jobs = jobsAt(server.url);
    await jobs.submit(job);
    assert.equal(server.state.jobs.size, 1);
    assert.deepEqual(jobs.paused, [3000, 6000]);
  });

  test('is given up after three more tries in 20 s', async (context) => {
    const server = await openRayServer(context, { starting: 99 });
    const jobs = jobsAt(server.url);
    assert.equal((await rejection(jobs.submit(job))).code, 'ray-starting');
    assert.equal(server.requests.length, 4);
    assert.equal(
      jobs.paused.reduce((sum, pause) => sum + pause),
      20_000,
    );
  });

  test('tells how it is: waiting, running on a node, ended by a signal', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    await jobs.submit(job);
    const waiting = { status: 'PENDING', message: 'Job has not started yet.' };
    assert.deepEqual(await jobs.info(job.id), waiting);
    server.job(job.id).start('node-a');
    const running = {
      status: 'RUNNING',
      message: 'Job is currently running.',
      driverNodeId: 'node-a',
    };
    assert.deepEqual(await jobs.info(job.id), running);
    server.job(job.id).end('FAILED', {
      message: 'killed',
      error_type: 'JOB_ENTRYPOINT_COMMAND_ERROR',
      driver_exit_code: -9,
    });
    assert.deepEqual(await jobs.info(job.id), {
      status: 'FAILED',
      message: 'killed',
      errorType: 'JOB_ENTRYPOINT_COMMAND_ERROR',
      driverNodeId: 'node-a',
      exitCode: -9,
    });
  });

  test('without its package fails, and says so', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    await jobs.submit({ ...job, workingDirectory: 'gcs://_ray_pkg_0.zip' });
    assert.equal((await jobs.info(job.id)).errorType, 'RUNTIME_ENV_SETUP_FAILURE');
  });

  test('gives its whole log', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    await jobs.submit(job);
    assert.equal(await jobs.logs(job.id), '');
    server.job(job.id).write('é\n');
    server.job(job.id).write('second\n');
    assert.equal(await jobs.logs(job.id), 'é\nsecond\n');
  });

  test('is stopped once it runs; one that waits is only said to be', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    await jobs.submit(job);
    assert.equal(await jobs.stop(job.id), true);
    assert.equal((await jobs.info(job.id)).status, 'PENDING');
    server.job(job.id).start();
    assert.equal(await jobs.stop(job.id), true);
    assert.equal((await jobs.info(job.id)).status, 'STOPPED');
    assert.equal(await jobs.stop(job.id), false);
  });

  test('is removed when it is over, and may be gone already', async (context) => {
    const server = await openRayServer(context);
    const jobs = jobsAt(server.url);
    await jobs.submit(job);
    const failure = await rejection(jobs.remove(job.id));
    assert.match(failure.message, /500: RuntimeError: Attempted to delete job/);
    server.job(job.id).end('SUCCEEDED');
    await jobs.remove(job.id);
    await jobs.remove('fibtui-unknown');
  });

  test('that Ray does not know is lost', async (context) => {
    const { url } = await openRayServer(context);
    const jobs = jobsAt(url);
    for (const ask of [jobs.info, jobs.logs, jobs.stop]) {
      assert.equal((await rejection(ask('x'))).code, 'ray-job-lost');
    }
  });
});
