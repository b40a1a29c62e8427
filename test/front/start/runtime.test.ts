import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '#package' with { type: 'json' };
import { runtimeRefusal, supportedNode } from '../../../source/front/start/runtime.ts';

const isTaken = (node: string) => runtimeRefusal({ node, v8: '1' }) === undefined;

test('the Nodes that run it are those that package.json names', () => {
  assert.equal(manifest.engines.node, supportedNode);
  for (const node of ['20.19.0', '20.20.1', '22.2.0', '22.20.5', '23.0.0', '24.21.0', '100.0.0']) {
    assert.ok(isTaken(node), node);
  }
});

test('another Node is refused in a sentence that names both', () => {
  for (const node of ['18.20.0', '20.18.3', '21.0.0', '21.7.3', '22.0.0', '22.1.0']) {
    assert.ok(!isTaken(node), node);
  }

  assert.equal(
    runtimeRefusal({ node: '22.1.0' }),
    'needs Node 20.19 or newer, but not 21, 22.0 or 22.1; this is 22.1.0.',
  );
});

test('Bun and Deno are refused by name, whatever Node they stand in for', () => {
  assert.match(
    runtimeRefusal({ node: '24.3.0', bun: '1.3.0' })!,
    /^Bun 1\.3\.0 .* start fibtui with Node/,
  );
  assert.match(runtimeRefusal({ node: '26.3.0', deno: '2.9.6' })!, /^Deno 2\.9\.6 /);
});
