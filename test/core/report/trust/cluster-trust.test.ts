import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { spansOf } from '../../../../source/core/profile/build-spans.ts';
import type { Case } from '../../../../source/core/plan/plan.ts';
import type { NodeChanges } from '../../../../source/core/plan/ray.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import { onRay, profileStateWith, stateWith } from '../../../helpers/profiles/profiles.ts';

/** A pass with three tasks a node, each as long as its node takes. */
const passOn =
  (nodes: Readonly<Record<string, number>>, changes?: NodeChanges) => (planned: Case) => {
    const outcome = onRay(planned, 1000);
    const tasks = Object.entries(nodes).flatMap(([node, took], worker) =>
      [0, 1, 2].map((index) => ({
        task: 3 * worker + index,
        worker,
        start: index * took,
        end: (index + 1) * took,
        node,
        digest: '05',
      })),
    );
    const names = Object.fromEntries(Object.keys(nodes).map((id) => [id, `host-${id}`]));
    return {
      ...outcome,
      spans: spansOf(tasks),
      ray: { ...outcome.ray!, names, ...(changes ? { changes } : {}) },
    };
  };

function trustOf(...passes: ReturnType<typeof passOn>[]) {
  const profile = profileStateWith({ walls: { ray: passes } });
  const lines = reportOf(stateWith({ profile }), '1.2.3')!.trust;
  return lines.filter(({ name }) => name === 'nodes' || name === 'node-speed');
}

suite('trust in a cluster', () => {
  test('names the node that is slower than the others', () => {
    assert.deepEqual(trustOf(passOn({ a: 100, b: 102, c: 150 })), [
      {
        name: 'node-speed',
        level: 'note',
        text: 'slow nodes in ray, host-c: a task takes 150 ms on host-c, 1.49 times what the others take',
      },
    ]);
  });

  test('says of nodes that differ by less that they are alike, and nothing of a single one', () => {
    const [alike] = trustOf(passOn({ a: 100, b: 102, c: 118 }));
    assert.deepEqual([alike?.level, alike?.text], ['ok', '3 nodes alike in ray']);
    assert.deepEqual(trustOf(passOn({ a: 100 })), []);
  });

  test('stays short where very many nodes are slow', () => {
    const fast = Array.from({ length: 60 }, (_, index) => [`f${index}`, 100] as const);
    const slow = Array.from({ length: 20 }, (_, index) => [`s${index}`, 300] as const);
    const [line] = trustOf(passOn(Object.fromEntries([...fast, ...slow])));
    assert.match(
      line?.text ?? '',
      /^slow nodes in ray, host-s\d+, host-s\d+ and host-s\d+, and 17 more nodes: /,
    );
  });

  test('warns of nodes that joined or left, with their names and the round', () => {
    const all = { a: 100, b: 100 };
    const [first] = trustOf(passOn(all), passOn(all, { joined: ['w-3', 'w-4'], left: ['w-1'] }));
    assert.equal(first?.level, 'warn');
    assert.equal(
      first?.text,
      'node w-1 left, nodes w-3 and w-4 joined in round 2 of ray: its rounds did not have the same CPUs; run again',
    );
  });
});
