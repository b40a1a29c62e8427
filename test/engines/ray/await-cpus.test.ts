import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { awaitCpus } from '../../../source/engines/ray/await-cpus.ts';
import { openClusters } from '../../../source/engines/ray/clusters.ts';
import type { MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import type { RayServer } from '../../helpers/ray/ray-server.ts';
import { openRayServer } from '../../helpers/ray/ray-server.ts';
import { jobsOf } from './open-engine.ts';

const setup = { version: '1.2.3', environment: {}, home: '/nowhere' };

const node = (id: string, cpus: number) => ({
  node_id: id,
  node_ip: '10.0.0.1',
  node_name: id,
  is_head_node: id === 'head',
  state: 'ALIVE',
  resources_total: cpus > 0 ? { CPU: cpus } : {},
});

/** A cluster whose head has no CPUs. Each look at it may change it. */
async function waitOn(
  t: TestContext,
  cpus: number,
  onLook: (server: RayServer, look: number) => void,
) {
  const server = await openRayServer(t, { nodes: [node('head', 0)] });
  const ending = new AbortController();
  const seen: number[] = [];
  const clusters = openClusters({
    setup,
    cpus: () => 1,
    observe(event: ProfileEvent | MachineEvent) {
      if (event.type === 'cluster-reached') {
        seen.push(event.cluster.cpus);
        onLook(server, seen.length);
      }
    },
  });
  t.after(clusters.leave);
  const demand = { target: { at: server.url, from: '--ray' }, cpus, most: 60_000 };
  const waiting = awaitCpus({ clusters, setup, demand, signal: ending.signal, period: 1 });
  return { server, seen, waiting, giveUp: () => ending.abort() };
}

/** What a job is asked to do. */
const askedOf = (server: RayServer) =>
  jobsOf(server).map(({ posted }) => / --tasks .*/.exec(String(posted['entrypoint']))?.[0]);

suite('a cluster without CPUs', () => {
  test('is waited for, with a job whose tasks make it grow, until all CPUs are there', async (t) => {
    const { server, seen, waiting } = await waitOn(t, 4, ({ state, job }, look) => {
      if (look === 2) {
        job([...state.jobs.keys()][0]!).start();
      }

      const grown = [[], [node('a', 2)], [node('a', 2), node('b', 2)]][look - 1] ?? [];
      state.nodes = look > 3 ? state.nodes : [node('head', 0), ...grown];
    });
    await waiting;
    assert.deepEqual(seen, [0, 0, 2, 4]);
    assert.deepEqual(askedOf(server), [
      ' --tasks 4 --deadline 80 --wait 70 --session session_stand_in',
    ]);
    assert.equal(jobsOf(server)[0]?.details()['status'], 'STOPPED');
  });

  test('is not waited for any more where the user gives up', async (t) => {
    const found = await waitOn(t, 4, ({ state, job }, look) => {
      if (look === 2) {
        job([...state.jobs.keys()][0]!).start();
        found.giveUp();
      }
    });
    await found.waiting;
    assert.equal(jobsOf(found.server)[0]?.details()['status'], 'STOPPED');
  });
});

test('a cluster with the CPUs is asked for none', async (t) => {
  const { server, waiting } = await waitOn(t, 0, () => {});
  await waiting;
  assert.deepEqual(jobsOf(server), []);
});
