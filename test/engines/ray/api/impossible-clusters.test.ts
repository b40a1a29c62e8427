import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openCluster } from '../../../../source/engines/ray/cluster.ts';
import { openRayServer } from '../../../helpers/ray/ray-server.ts';
import { readable, rejection } from './jobs-at.ts';

const node = (CPU: unknown, index = 0) => ({
  node_id: `n${index}`,
  node_name: 'n',
  state: 'ALIVE',
  resources_total: { CPU },
});

const openAt = async (url: string) =>
  openCluster({
    target: { at: url, from: '--ray' },
    setup: { version: '1.2.3', environment: {}, home: '/nowhere' },
    signal: new AbortController().signal,
  });

const many = (count: number) => Array.from({ length: count }, (_, index) => node(1, index));

suite('what no cluster can have is refused before anything starts:', () => {
  const cases = {
    'a node with 10000000 CPUs': [node(1e7)],
    'a node with 4000000000 CPUs': [node(2), node(4e9)],
    'a node with 1e+308 CPUs': [node(1e308)],
    'a node with -1 CPUs': [node(-1)],
    '1,200,000 CPUs': [node(6e5), node(6e5)],
    '10,001 nodes': many(10_001),
  };
  for (const [what, nodes] of Object.entries(cases)) {
    test(what, async (t) => {
      const server = await openRayServer(t);
      const result = { result: true, data: { result: { result: nodes } } };
      server.answer('GET /api/v0/nodes', [200, result]);
      const cluster = await openAt(server.url);
      const failure = await rejection(cluster.facts());
      readable(failure);
      assert.equal(failure.code, 'ray-impossible-cluster');
      assert.ok(failure.message.endsWith(`: ${what}.`), failure.message);
    });
  }

  test('more nodes than fit into a large answer', async (t) => {
    const server = await openRayServer(t);
    const long = { ...node(1), node_name: 'n'.repeat(17_000_000) };
    server.answer('GET /api/v0/nodes', [200, { data: { result: { result: [long] } } }]);
    const failure = await rejection((await openAt(server.url)).facts());
    assert.equal(failure.code, 'ray-too-large');
  });
});

test('a cluster whose nodes cannot be listed is taken, without their number', async (t) => {
  const server = await openRayServer(t);
  server.answer('GET /api/v0/nodes', [500, 'no']);
  const { nodes, cpus } = await (await openAt(server.url)).facts();
  assert.deepEqual([nodes, cpus], [[], 0]);
});

test('a name of any length is cut', async (t) => {
  const { url } = await openRayServer(t, { nodes: [{ ...node(1), node_name: 'n'.repeat(9999) }] });
  const { nodes } = await (await openAt(url)).facts();
  assert.equal(nodes[0]?.name.length, 255);
});

test('a version that is none is not Ray’s', async (t) => {
  for (const ray of ['2.60.0\u001B[2J', 'x'.repeat(101), '<b>', '2 60']) {
    const { url } = await openRayServer(t, { ray });
    assert.equal((await rejection((await openAt(url)).facts())).code, 'ray-not-ray');
  }
});
