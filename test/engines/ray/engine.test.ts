import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rowsOf } from '../../helpers/profiles/rows.ts';
import type { RayServer } from '../../helpers/ray/ray-server.ts';
import { driverLines, said } from '../../helpers/ray/fake-ray-jobs.ts';
import { readable, rejection } from './api/jobs-at.ts';
import { expectFailure, jobsOf, nonceOf, openEngine, runWell } from './open-engine.ts';

suite('a pass on Ray', () => {
  test('is a job, and has its spans, its place and its phases', async (t) => {
    const { server, events, open, run } = await openEngine(t);
    await open();
    const outcome = await run();
    assert.ok(outcome.status === 'finished', JSON.stringify(outcome));
    assert.deepEqual(
      rowsOf(outcome.spans).map(({ task, worker, node, digest, kept }) => [
        task,
        worker,
        node,
        digest,
        kept,
      ]),
      [
        [0, 0, 'a'.repeat(16), '0000000000000005', '12'],
        [1, 1, 'b'.repeat(16), '0000000000000005', '12'],
      ],
    );
    const [job] = jobsOf(server);
    const { address, version, job: id, nodes, cpus, python1 } = outcome.ray!;
    assert.deepEqual([address, version, id], [server.url, '2.60.0', job?.id]);
    assert.deepEqual([nodes, cpus, python1], [2, 2, 180]);
    assert.deepEqual(
      events.flatMap((event) => (event.type === 'phase-changed' ? [event.phase] : [])),
      ['submitting', 'pending', 'starting', 'warming-up', 'running'],
    );
    const samples = events.flatMap((event) => (event.type === 'workers-sampled' ? [event] : []));
    assert.deepEqual(
      samples.at(-1)?.workers.map(({ share, tasks }) => [share, tasks]),
      [
        [1, 1],
        [1, 1],
      ],
    );
    assert.deepEqual(samples.at(-1)?.nodes, ['10.0.0.1', '10.0.0.2']);
  });

  test('has another head when the one before has ended, and says so', async (t) => {
    const head = new AbortController();
    const { events, reached, open, run } = await openEngine(t, { ended: head.signal });
    await open();
    assert.equal((await run()).status, 'finished');
    assert.equal(reached(), 1);
    head.abort();
    assert.equal((await run()).status, 'finished');
    assert.equal((await run()).status, 'finished');
    assert.equal(reached(), 2);
    const notes = events.flatMap((event) => (event.type === 'phase-noted' ? [event.note] : []));
    assert.ok(notes.includes('the Ray head has ended: starting another one'));
  });

  test('sends a driver and a command, and nothing that Ray might not know', async (t) => {
    const { server, open, run } = await openEngine(t, {
      setup: { python: '/opt/venv/bin/python' },
    });
    await open();
    await run();
    const [name] = [...server.state.packages.keys()];
    const { entrypoint, ...posted } = jobsOf(server)[0]!.posted;
    assert.match(String(posted['submission_id']), /^fibtui-[a-z\d]+-[\da-f]{8}$/);
    assert.deepEqual(posted, {
      submission_id: posted['submission_id'],
      metadata: { app: 'fibtui', version: '1.2.3' },
      runtime_env: { working_dir: `gcs://${name}` },
    });
    assert.match(
      String(entrypoint),
      /^FIBTUI_PY=\/opt\/venv\/bin\/python\n(.*\n)+exec "\$P" -u fibtui_driver\.py --nonce [\da-f]{16} --workload list --size 1000 --tasks 2 --serial 3 --deadline 301 --session session_stand_in$/,
    );
  });

  test('on fewer CPUs than the cluster has tells the driver how many tasks may run at once', async (t) => {
    const { server, open, run, runOn } = await openEngine(t);
    await open();
    await run();
    await runOn(1);
    const commands = jobsOf(server).map(({ posted }) => String(posted['entrypoint']));
    assert.deepEqual(
      commands.map((command) => / --workers (\d+)/.exec(command)?.[1]),
      [undefined, '1'],
    );
  });

  test('runs on the Python of a head that fibtui started', async (t) => {
    const { server, open, run } = await openEngine(t, {
      setup: { python: './my env/bin/python' },
      headPython: '/here/my env/bin/python',
    });
    await open();
    await run();
    assert.match(
      String(jobsOf(server)[0]!.posted['entrypoint']),
      /^FIBTUI_PY='\/here\/my env\/bin\/python'\n/,
    );
  });

  test('uploads the driver once, and gives every job an id and a mark of its own', async (t) => {
    const { server, open, run, close } = await openEngine(t);
    await open();
    await run();
    await run();
    await close();
    const packages = server.calls().filter((call) => call.includes('/api/packages/'));
    assert.deepEqual(
      packages.map((call) => call.split(' ')[0]),
      ['GET', 'PUT', 'GET'],
    );
    const jobs = jobsOf(server);
    assert.deepEqual([jobs.length, new Set(jobs.map(nonceOf)).size], [2, 2]);
  });

  test('names its nodes, and those that left while it ran', async (t) => {
    const { server, open, run } = await openEngine(t, {
      play(job) {
        server.state.nodes = server.state.nodes.slice(0, 1);
        runWell(job);
      },
    });
    const gone = { ...server.state.nodes[0], node_id: 'other', node_name: 'worker-1' };
    server.state.nodes = [...server.state.nodes, gone];
    await open();
    const outcome = await run();
    assert.ok(outcome.status === 'finished');
    assert.deepEqual(outcome.ray?.changes, { joined: [], left: ['worker-1'] });
    assert.deepEqual(outcome.ray?.names, {
      ['a'.repeat(16)]: 'head aaaa',
      ['b'.repeat(16)]: 'head bbbb',
    });
  });

  test('carries its driver along where the cluster takes no upload', async (t) => {
    const { server, open, run } = await openEngine(t);
    server.state.largest = 100;
    await open();
    assert.equal((await run()).status, 'finished');
    const { entrypoint, runtime_env: environment } = jobsOf(server)[0]!.posted;
    assert.equal(environment, undefined);
    assert.match(String(entrypoint), /b64decode\('[\w+/=]+'\)/);
  });

  test('is sent to the session that the cluster is in then, and to none where it tells no name', async (t) => {
    const { server, open, run } = await openEngine(t);
    await open();
    const other = { version: '4', ray_version: '2.60.0' };
    const names = ['session_2', '', 'x; reboot', undefined];
    for (const session_name of names) {
      server.answer('GET /api/version', [200, { ...other, session_name }]);
      assert.equal((await run()).status, 'finished');
    }

    const sessions = jobsOf(server).map(
      ({ posted }) => / --session (.*)$/.exec(String(posted['entrypoint']))?.[1],
    );
    assert.deepEqual(sessions, ['session_2', undefined, undefined, undefined]);
  });

  test('that joined another session of Ray fails, and says so', async (t) => {
    const { open, run } = await openEngine(t, {
      play(job) {
        const line = driverLines(nonceOf(job));
        job.start();
        job.write(
          [said.hello, said.end('error', { reason: 'other-session' })]
            .map((one) => line(one))
            .join(''),
        );
        job.end('FAILED', { driver_exit_code: 1 });
      },
    });
    await open();
    const failure = expectFailure(await run());
    readable(failure);
    assert.equal(failure.code, 'ray-other-session');
  });

  test('that fails has the last lines of its log', async (t) => {
    const { open, run } = await openEngine(t, {
      play(job) {
        job.start();
        job.write('Traceback\nMemoryError: no room\n');
        job.end('FAILED', { driver_exit_code: 1, error_type: 'JOB_ENTRYPOINT_COMMAND_ERROR' });
      },
    });
    await open();
    const { code, message, log } = expectFailure(await run());
    assert.equal(code, 'ray-driver-exit');
    assert.match(message, /ended with exit code 1: MemoryError: no room\.$/);
    assert.deepEqual(log, ['Traceback', 'MemoryError: no room']);
  });

  test('follows only when the job of the one before, which was lost, has ended', async (t) => {
    let lose = true;
    const { server, open, run } = await openEngine(t, {
      play(job) {
        if (lose) {
          job.start();
          server.answer(`GET /api/jobs/${job.id}`, [404, `Job ${job.id} does not exist`]);
          server.answer(`POST /api/jobs/${job.id}/stop`, [500, 'no'], 1000);
        } else {
          runWell(job);
        }
      },
    });
    await open();
    assert.equal(expectFailure(await run()).code, 'ray-job-lost');
    assert.equal(expectFailure(await run()).code, 'ray-job-left');
    const [job] = jobsOf(server);
    job?.end('STOPPED');
    lose = false;
    assert.equal((await run()).status, 'finished');
    assert.equal(jobsOf(server).length, 2);
  });

  test('that is cancelled stops its job', async (t) => {
    const cancelling = new AbortController();
    const { server, open, run } = await openEngine(t, {
      play(job) {
        job.start();
        cancelling.abort();
      },
    });
    await open();
    assert.deepEqual(await run(cancelling.signal), { status: 'cancelled' });
    assert.equal(jobsOf(server)[0]?.details()['status'], 'STOPPED');
  });
});

suite('no job is submitted', () => {
  const submissions = ({ calls }: RayServer) =>
    calls().filter((call) => call.startsWith('POST')).length;

  test('where the plan is cancelled before its cluster has answered', async (t) => {
    const { server, open, run } = await openEngine(t);
    const cancelling = new AbortController();
    const asked = new Promise<void>((resolve) => {
      server.answer('GET /api/version', () => resolve());
    });
    const opening = assert.rejects(open(cancelling.signal), { name: 'AbortError' });
    await asked;
    cancelling.abort();
    await opening;
    assert.deepEqual(await run(cancelling.signal), { status: 'cancelled' });
    assert.equal(submissions(server), 0);
  });

  test('while the driver is still being uploaded, and the pass is cancelled', async (t) => {
    const { server, open, run } = await openEngine(t);
    await open();
    const cancelling = new AbortController();
    const waiting = run(cancelling.signal);
    cancelling.abort();
    assert.deepEqual(await waiting, { status: 'cancelled' });
    assert.equal(submissions(server), 0);
  });

  test('by an engine that is not open, or not any more', async (t) => {
    const { server, open, run, close } = await openEngine(t);
    assert.deepEqual(await run(), { status: 'cancelled' });
    await open();
    await close();
    assert.deepEqual(await run(), { status: 'cancelled' });
    assert.equal(submissions(server), 0);
  });

  test('where the cluster does not answer: the engine cannot be opened', async (t) => {
    const { server, open } = await openEngine(t);
    server.answer('GET /api/version', [503, 'nobody']);
    assert.equal((await rejection(open())).code, 'ray-gateway');
  });

  test('where the cluster asks for a token in the meantime', async (t) => {
    const { server, open, run } = await openEngine(t);
    await open();
    server.state.token = 'hush';
    assert.equal(expectFailure(await run()).code, 'ray-token-missing');
    assert.equal(submissions(server), 0);
  });
});
