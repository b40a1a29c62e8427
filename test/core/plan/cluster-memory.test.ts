import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { refusalOf } from '../../../source/core/plan/memory.ts';
import type { ClusterNode } from '../../../source/core/plan/ray.ts';
import { warningsOf } from '../../../source/core/report/warnings.ts';
import { machineWith, planWith, profileStateWith } from '../../helpers/profiles/profiles.ts';

const node = (name: string, cpus: number, memory?: number): ClusterNode => ({
  name,
  cpus,
  head: false,
  ...(memory === undefined ? {} : { memory }),
});

const planOn = (nodes: readonly ClusterNode[], given: Parameters<typeof planWith>[0] = {}) => {
  const cpus = nodes.reduce((sum, one) => sum + one.cpus, 0);
  const at = 'http://10.0.0.7:8265';
  return planWith({
    engines: ['local', 'ray'],
    ray: { at, from: '--ray' },
    cluster: { at, cpus, here: false, nodes },
    tasks: 64,
    ...given,
  });
};

const machine = machineWith({ memory: { total: 64e9, free: 64e9, limit: 64e9 } });

suite('the memory of a cluster', () => {
  test('refuses 300,000 terms on a node of 4 GB, with its name', () => {
    const plan = planOn([node('large', 4, 64e9), node('small', 1, 4e9)], { size: 300_000 });
    assert.deepEqual(refusalOf(plan, machine), {
      refusal:
        'list needs 4.26 GB at once on the node small of the cluster: 106 % of the 4.00 GB there',
      cause: 'cluster',
    });
  });

  test('counts a task for each CPU of a node, and no more than there are tasks', () => {
    const nodes = [node('wide', 16, 16e9)];
    const refused = refusalOf(planOn(nodes, { size: 150_000 }), machine);
    assert.match(refused?.refusal ?? '', /^list needs \S+ GB at once on the node wide/);
    assert.equal(refusalOf(planOn(nodes, { size: 150_000, tasks: 8 }), machine), undefined);
  });

  test('is no reason to refuse pair, or where no node reports it', () => {
    const small = [node('small', 4, 4e9)];
    assert.equal(refusalOf(planOn(small, { size: 300_000, workload: 'pair' }), machine), undefined);
    assert.equal(refusalOf(planOn([node('silent', 4)], { size: 300_000 }), machine), undefined);
  });

  test('is not judged twice for a head on this machine', () => {
    const at = 'start';
    const plan = planWith({
      engines: ['ray'],
      ray: { at, from: '--ray' },
      cluster: { at, cpus: 1, here: true, nodes: [node('here', 1, 4e9)] },
      size: 300_000,
    });
    assert.equal(plan.ray?.fullest, undefined);
  });

  test('is a warning above half', () => {
    const { ray } = planOn([node('close', 1, 7e9)], { size: 300_000 });
    const profile = profileStateWith({ walls: { local: [1000] } });
    const plan = { ...profile.plan, ...(ray ? { ray } : {}) };
    const messages = warningsOf({ ...profile, plan }, machine, []).map(({ message }) => message);
    assert.ok(
      messages.includes(
        'memory: 4.26 GB at once on the node close of the cluster: 61 % of the 7.00 GB there',
      ),
      messages.join('\n'),
    );
  });
});
