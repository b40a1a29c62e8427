import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { RaySetup } from '../../../source/engines/ray/cluster.ts';
import { openCluster } from '../../../source/engines/ray/cluster.ts';
import type { RayState } from '../../helpers/ray/ray-server-state.ts';
import { openRayServer } from '../../helpers/ray/ray-server.ts';
import { rejection } from './api/jobs-at.ts';

const token = { RAY_AUTH_TOKEN: 'hush-hush-hush' };

type Given = {
  readonly state?: Partial<RayState>;
  readonly environment?: RaySetup['environment'];
  /** The name of this machine in the address. */
  readonly host?: string;
};

/** A connection to a stand-in for a cluster. */
async function openStandIn(
  t: TestContext,
  { state, environment = {}, host = '127.0.0.1' }: Given = {},
) {
  const server = await openRayServer(t, state);
  const address = `http://${host}:${server.port}`;
  const cluster = await openCluster({
    target: { at: address, from: '--ray' },
    setup: { version: '1.2.3', environment, home: '/nowhere' },
    signal: new AbortController().signal,
  });
  return { ...cluster, server, base: address };
}

/** A name of this machine that does not count as loopback. */
const elsewhere = '0.0.0.0';

const node = (id: string, cpus: number | undefined, head = false) => ({
  node_id: id,
  node_ip: '10.0.0.1',
  node_name: id,
  is_head_node: head,
  state: 'ALIVE',
  resources_total: cpus === undefined ? {} : { CPU: cpus },
});

suite('a cluster tells', () => {
  test('its version, its nodes and their whole CPUs', async (t) => {
    const nodes = [node('head', undefined, true), node('one', 4), node('two', 2.5)];
    const { facts, server, base } = await openStandIn(t, { state: { nodes } });
    assert.deepEqual(server.calls(), []);
    assert.deepEqual(await facts(), {
      address: base,
      version: '2.60.0',
      authentication: 'disabled',
      nodes: [
        { name: 'head', cpus: 0, head: true },
        { name: 'one', cpus: 4, head: false },
        { name: 'two', cpus: 2, head: false },
      ],
      cpus: 6,
      here: false,
      remarks: [],
    });
    assert.ok(server.requests.every(({ headers }) => headers['user-agent'] === 'fibtui/1.2.3'));
  });

  test('all but its nodes where it does not list them', async (t) => {
    const { facts, server } = await openStandIn(t);
    server.answer('GET /api/v0/nodes', [500, 'ValueError: no state API']);
    const { version, nodes, cpus } = await facts();
    assert.deepEqual([version, nodes, cpus], ['2.60.0', [], 0]);
  });

  test('that it asks for a token, to whoever has it', async (t) => {
    const state = { token: token.RAY_AUTH_TOKEN };
    const { facts } = await openStandIn(t, { state, environment: token });
    const { authentication, remarks } = await facts();
    assert.deepEqual([authentication, remarks], ['token', []]);
    const stranger = await openStandIn(t, { state });
    assert.equal((await rejection(stranger.facts())).code, 'ray-token-missing');
  });

  test('nothing where it is too old', async (t) => {
    const { facts } = await openStandIn(t, { state: { ray: '2.9.3' } });
    assert.equal((await rejection(facts())).code, 'ray-too-old');
  });
});

suite('a remark says', () => {
  test('that a token goes where it can be read on the way', async (t) => {
    const state = { token: token.RAY_AUTH_TOKEN };
    const { facts } = await openStandIn(t, { state, environment: token, host: elsewhere });
    assert.deepEqual((await facts()).remarks, [
      'the token from RAY_AUTH_TOKEN goes over plain http, where it can be read on the way',
    ]);
  });

  test('nothing of a token that the cluster does not need: it stays here', async (t) => {
    const { facts, server } = await openStandIn(t, { environment: token, host: elsewhere });
    assert.deepEqual((await facts()).remarks, []);
    assert.ok(server.requests.every(({ headers }) => headers.authorization === undefined));
  });

  test('that nobody has tried so new a Ray', async (t) => {
    for (const [ray, remarks] of [
      ['2.60.3', []],
      ['2.61.0', ['Ray 2.61.0 is newer than the versions that fibtui was tested with']],
      ['3.0.0.dev0', ['Ray 3.0.0.dev0 is newer than the versions that fibtui was tested with']],
    ] as const) {
      const { facts } = await openStandIn(t, { state: { ray } });
      assert.deepEqual((await facts()).remarks, remarks);
    }
  });
});

const unusable: Readonly<
  Record<string, readonly [environment: RaySetup['environment'], code: string]>
> = {
  'headers that are none': [{ RAY_JOB_HEADERS: 'Authorization: Basic x' }, 'ray-headers'],
  'a token that is in no file': [{ RAY_AUTH_TOKEN_PATH: '/nowhere/token' }, 'ray-token'],
  'a token of two lines': [{ RAY_AUTH_TOKEN: 'one\ntwo' }, 'ray-token'],
};

for (const [what, [environment, code]] of Object.entries(unusable)) {
  test(`${what} in the surroundings: the cluster is not opened`, async (t) => {
    assert.equal((await rejection(openStandIn(t, { environment }))).code, code);
  });
}
