import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { RayNode } from '../../../source/engines/ray/api/nodes.ts';
import { watchNodes } from '../../../source/engines/ray/node-watch.ts';
import { mockedTime } from '../../helpers/time/mocked-time.ts';

const node = (id: string): RayNode => ({
  id,
  name: `n-${id}`,
  ip: '10.0.0.1',
  cpus: 1,
  head: false,
});

function watch(t: TestContext, before: readonly string[] | undefined) {
  const time = mockedTime(t);
  const cluster = { nodes: [...(before ?? [])].map(node), asked: 0 };
  const notes: string[] = [];
  const { end } = watchNodes({
    jobs: {
      async nodes() {
        cluster.asked += 1;
        return cluster.nodes;
      },
    },
    before: before?.map(node),
    signal: new AbortController().signal,
    onNote: (note) => void notes.push(note),
  });
  return { ...time, cluster, notes, end };
}

suite('the nodes of a cluster during a pass', () => {
  test('that join and leave are noted as they do, and kept', async (t) => {
    const { cluster, notes, pass, end } = watch(t, ['a', 'b']);
    cluster.nodes = ['a', 'b', 'c'].map(node);
    await pass(6000);
    cluster.nodes = ['c'].map(node);
    await pass(5000);
    assert.deepEqual(notes, ['node n-c joined', 'nodes n-a and n-b left']);
    assert.deepEqual(await end(), { changes: { joined: ['n-c'], left: ['n-a', 'n-b'] } });
  });

  test('that stay are nothing to report', async (t) => {
    const { notes, pass, end } = watch(t, ['a', 'b']);
    await pass(20_000);
    assert.deepEqual(await end(), {});
    assert.deepEqual(notes, []);
  });

  test('are looked at a last time at the end', async (t) => {
    const { cluster, end } = watch(t, ['a', 'b']);
    cluster.nodes = [node('a')];
    assert.deepEqual(await end(), { changes: { joined: [], left: ['n-b'] } });
  });

  test('that the cluster does not list are not asked for', async (t) => {
    const { cluster, pass, end } = watch(t, undefined);
    await pass(20_000);
    assert.deepEqual(await end(), {});
    assert.equal(cluster.asked, 0);
  });
});
