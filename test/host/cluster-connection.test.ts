import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openClusterConnection } from '../../source/host/child/cluster-connection.ts';
import { openStore } from '../../source/session/live/store.ts';
import { openRayServer } from '../helpers/ray/ray-server.ts';

async function opened(t: TestContext) {
  const server = await openRayServer(t);
  const store = openStore();
  const setup = { version: '1.2.3', environment: { RAY_ADDRESS: server.url }, home: '/nowhere' };
  const desk = openClusterConnection({ setup, cpus: () => undefined, observe: store.observe });
  t.after(desk.close);
  return { server, store, desk, target: { at: server.url, from: '--ray' } };
}

test('nothing is asked of a cluster before it is to be reached', async (t) => {
  const { server, store, desk } = await opened(t);
  assert.equal(store.state().cluster, undefined);
  await desk.close();
  assert.deepEqual(server.calls(), []);
});

test('what a cluster says of itself is in the state of the session', async (t) => {
  const { store, desk, target } = await opened(t);
  const statuses: (string | undefined)[] = [];
  store.subscribe(() => statuses.push(store.state().cluster?.status));
  const { facts } = await desk.reach(target);
  assert.deepEqual(statuses, ['sought', 'reached']);
  const { cluster } = store.state();
  assert.ok(cluster?.status === 'reached');
  assert.deepEqual([cluster.target, cluster.cluster], [target, facts]);
});

test('a cluster that is missed is in the state with its failure', async (t) => {
  const { server, store, desk, target } = await opened(t);
  server.answer('GET /api/version', [503, 'nobody']);
  await assert.rejects(desk.reach(target));
  const { cluster } = store.state();
  assert.ok(cluster?.status === 'missed' && cluster.failure.code === 'ray-gateway');
});

test('once closed it reaches no cluster any more, not even one that it was about to', async (t) => {
  const { server, store, desk, target } = await opened(t);
  const reaching = assert.rejects(desk.reach(target), /closed/);
  await desk.close();
  await reaching;
  await assert.rejects(desk.reach(target), /closed/);
  assert.deepEqual([server.calls(), store.state().cluster], [[], undefined]);
});
