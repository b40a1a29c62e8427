import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { EngineError } from '../../../source/core/failure.ts';
import type { RayRun } from '../../../source/core/plan/circumstances.ts';
import type { Case } from '../../../source/core/plan/plan.ts';
import { ownHead } from '../../../source/core/plan/settings.ts';
import type { MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import { openCluster } from '../../../source/engines/ray/cluster.ts';
import { openClusters, type ClustersRequest } from '../../../source/engines/ray/clusters.ts';
import { failure } from '../../helpers/ray/fake-ray-jobs.ts';
import { deserted } from '../../helpers/ray/deserted.ts';
import { openRayServer, type RayServer } from '../../helpers/ray/ray-server.ts';
import { rejection } from './api/jobs-at.ts';

/** Clusters for a user without Ray settings, and the events about them. */
function openTestClusters(t: TestContext, given: Partial<ClustersRequest> = {}) {
  const events: (ProfileEvent | MachineEvent)[] = [];
  const clusters = openClusters({
    setup: { version: '1.2.3', environment: {}, home: '/nowhere' },
    cpus: () => 1,
    observe: (event) => void events.push(event),
    ...given,
  });
  t.after(clusters.leave);
  return {
    ...clusters,
    events,
    /** The type and the address of each event. */
    eventTargets: () =>
      events.map((event) => ('target' in event ? [event.type, event.target.at] : [])),
  };
}

const at = ({ url }: RayServer) => ({ at: url, from: '--ray' });

/** Holds back the next answer about the version until it is released. */
function holdVersion(server: RayServer) {
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    server.answer('GET /api/version', (response) => {
      release = () => response.end('{"ray_version":"2.60.0"}');
      resolve();
    });
  });
  return { asked, release: () => release() };
}

const questions = ({ calls }: RayServer): number =>
  calls().filter((call) => call === 'GET /api/version').length;

suite('a cluster', () => {
  test('is asked nothing before somebody wants to reach it', async (t) => {
    const server = await openRayServer(t);
    const { leave } = openTestClusters(t);
    await leave();
    assert.deepEqual(server.calls(), []);
  });

  test('is asked once for all who want to know at the same time', async (t) => {
    const server = await openRayServer(t);
    const { reach, eventTargets } = openTestClusters(t);
    const [one, other] = await Promise.all([reach(at(server)), reach(at(server))]);
    assert.equal(one, other);
    assert.equal(one.facts.cpus, 2);
    assert.equal(questions(server), 1);
    assert.deepEqual(eventTargets(), [
      ['cluster-sought', server.url],
      ['cluster-reached', server.url],
    ]);
  });

  test('is asked again by whoever wants to know later, without being sought', async (t) => {
    const server = await openRayServer(t);
    const { reach, events, eventTargets } = openTestClusters(t);
    const before = await reach(at(server));
    server.state.nodes = [...server.state.nodes, { ...server.state.nodes[0], node_id: 'other' }];
    const after = await reach(at(server));
    assert.deepEqual([before.facts.cpus, after.facts.cpus], [2, 4]);
    assert.equal(after.jobs, before.jobs);
    assert.deepEqual(
      eventTargets().map(([type]) => type),
      ['cluster-sought', 'cluster-reached', 'cluster-reached'],
    );
    const last = events.at(-1);
    assert.ok(last?.type === 'cluster-reached' && last.cluster.cpus === 4);
  });

  test('that does not answer is missed, and sought again by the next one', async (t) => {
    const server = await openRayServer(t);
    const { reach, events, eventTargets } = openTestClusters(t);
    await reach(at(server));
    server.answer('GET /api/version', [503, 'nobody'], 2);
    const failure = await rejection(reach(at(server)));
    assert.equal(failure.code, 'ray-gateway');
    assert.deepEqual(events.at(-1), { type: 'cluster-missed', target: at(server), failure });
    await reach(at(server));
    assert.deepEqual(
      eventTargets().map(([type]) => type),
      [
        'cluster-sought',
        'cluster-reached',
        'cluster-sought',
        'cluster-missed',
        'cluster-sought',
        'cluster-reached',
      ],
    );
  });

  test('that is not there is missed with its address and what named it', async (t) => {
    const { reach, events } = openTestClusters(t);
    const target = { at: await deserted(t), from: '--ray' };
    const failure = await rejection(reach(target));
    assert.equal(failure.code, 'ray-unreachable');
    assert.match(
      failure.message,
      /^No Ray dashboard at http:\S+ \(from --ray\): nothing listens there\.$/,
    );
    assert.deepEqual(events, [
      { type: 'cluster-sought', target },
      { type: 'cluster-missed', target, failure },
    ]);
  });

  test('that is named a second way is told of by its second name', async (t) => {
    const server = await openRayServer(t);
    const { reach, events } = openTestClusters(t);
    await reach(at(server));
    const again = { at: server.url, from: 'the setup screen' };
    const { address } = await reach(again);
    assert.equal(address.from, 'the setup screen');
    const last = events.at(-1);
    assert.ok(last?.type === 'cluster-reached');
    assert.deepEqual(last.target, again);
    server.answer('GET /api/version', [503, 'nobody'], 2);
    const { message } = await rejection(reach(again));
    assert.match(message, /^The proxy at http:\S+ \(from the setup screen\) has no Ray behind it/);
  });

  test('that is an address of another kind is missed without a question', async (t) => {
    const { reach, events } = openTestClusters(t);
    const failure = await rejection(reach({ at: 'ray://head:10001', from: 'the setup screen' }));
    assert.equal(failure.code, 'ray-address');
    assert.equal(events.at(-1)?.type, 'cluster-missed');
  });
});

suite('a cluster that was left for another', () => {
  test('is told of no more, whenever it answers', async (t) => {
    const [slow, quick] = [await openRayServer(t), await openRayServer(t)];
    const { reach, eventTargets } = openTestClusters(t);
    const { asked, release } = holdVersion(slow);
    const left = rejection(reach(at(slow)));
    await asked;
    await reach(at(quick));
    assert.equal((await left).code, 'given-up');
    release();
    await reach(at(quick));
    assert.deepEqual(eventTargets(), [
      ['cluster-sought', slow.url],
      ['cluster-sought', quick.url],
      ['cluster-reached', quick.url],
      ['cluster-reached', quick.url],
    ]);
  });

  test('at once is not even asked', async (t) => {
    const [one, other] = [await openRayServer(t), await openRayServer(t)];
    const { reach, leave } = openTestClusters(t);
    const left = rejection(reach(at(one)));
    await reach(at(other));
    assert.equal((await left).code, 'given-up');
    await leave();
    assert.deepEqual(one.calls(), []);
  });

  test('is sought anew by whoever comes back', async (t) => {
    const [one, other] = [await openRayServer(t), await openRayServer(t)];
    const { reach, eventTargets } = openTestClusters(t);
    for (const server of [one, other, one]) {
      await reach(at(server));
    }

    assert.deepEqual(
      eventTargets().filter(([type]) => type === 'cluster-sought'),
      [one, other, one].map(({ url }) => ['cluster-sought', url]),
    );
  });
});

const emptyTasks: Case = {
  id: 'ray',
  engine: 'ray',
  workload: 'pair',
  size: 0,
  tasks: 2,
  workers: 2,
  cluster: { at: ownHead, here: true },
};

const own = { at: ownHead, from: '--ray' };

/** Heads that do not start, while a test says so. */
function openHeads(t: TestContext, server: RayServer) {
  const heads = { started: 0, fails: false };
  const run: RayRun = { case: emptyTasks, span: 1, overhead: 3000 };
  const clusters = openTestClusters(t, {
    async open(request) {
      heads.started += 1;
      if (heads.fails) {
        throw new EngineError(
          failure('ray-head', 'Ray did not start on this machine: it did not answer.'),
        );
      }

      const { facts, ...head } = await openCluster({ ...request, target: at(server) });
      return { ...head, facts: async () => ({ ...(await facts()), here: true }) };
    },
    firstJob: async () => run,
  });
  return { ...clusters, heads, run };
}

suite('a head of our own', () => {
  test('runs a first job before it is reached, and tells what it took', async (t) => {
    const { reach, events, run } = openHeads(t, await openRayServer(t));
    await reach(own);
    const types = events.map(({ type }) => type);
    assert.deepEqual(types, ['cluster-sought', 'ray-pass-timed', 'cluster-reached']);
    assert.deepEqual(events[1], { type: 'ray-pass-timed', run });
    await reach(own);
    assert.equal(events.filter(({ type }) => type === 'ray-pass-timed').length, 1);
  });

  test('that does not start is not started again by the run that follows', async (t) => {
    const { reach, rejoin, heads } = openHeads(t, await openRayServer(t));
    heads.fails = true;
    const failed = await rejection(reach(own));
    assert.deepEqual(await rejection(rejoin(own)), failed);
    assert.equal(heads.started, 1);
  });

  test('is started again where somebody asks for it', async (t) => {
    const { reach, rejoin, heads } = openHeads(t, await openRayServer(t));
    heads.fails = true;
    await rejection(reach(own));
    heads.fails = false;
    await reach(own);
    await rejoin(own);
    assert.equal(heads.started, 2);
  });
});

suite('closing', () => {
  test('gives up what is being asked, and tells nothing of it', async (t) => {
    const server = await openRayServer(t);
    const { reach, leave, eventTargets } = openTestClusters(t);
    const { asked } = holdVersion(server);
    const left = rejection(reach(at(server)));
    await asked;
    await leave();
    assert.equal((await left).code, 'given-up');
    assert.deepEqual(eventTargets(), [['cluster-sought', server.url]]);
  });

  // The timeout of a request without an answer is longer.
  test('gives up what is being asked again', { timeout: 8000 }, async (t) => {
    const server = await openRayServer(t);
    const { reach, leave, eventTargets } = openTestClusters(t);
    await reach(at(server));
    const { asked } = holdVersion(server);
    const left = rejection(reach(at(server)));
    await asked;
    await leave();
    assert.equal((await left).code, 'given-up');
    assert.equal(questions(server), 2);
    assert.deepEqual(
      eventTargets().map(([type]) => type),
      ['cluster-sought', 'cluster-reached'],
    );
  });
});
