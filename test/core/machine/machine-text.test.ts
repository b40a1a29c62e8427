import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  coresAndThreads,
  fastCpus,
  runtimeOf,
  usableCpus,
} from '../../../source/core/machine/machine-text.ts';
import { machineWith } from '../../helpers/profiles/profiles.ts';

test('usable CPUs are shown with what limits them', () => {
  assert.equal(
    usableCpus({ count: 2, online: 16, affinity: 4, quota: 2.5 }),
    'usable 2 = min( online 16, affinity 4, quota 2.5 )',
  );
  assert.equal(
    usableCpus({ count: 2, online: 2, affinity: 2 }),
    'usable 2 = min( online 2, affinity 2, quota none )',
  );
});

test('a quota is rounded to hundredths', () => {
  assert.match(usableCpus({ count: 1, online: 2, affinity: 2, quota: 4 / 3 }), /quota 1\.33 \)$/);
});

const kinds = (...cores: readonly number[]) =>
  cores.map((count) => ({ cores: count, cpus: count, usable: count }));

const topologies = [
  [{ cores: 8, threads: 16 }, '8 cores x 2 threads = 16'],
  [{ cores: 2, threads: 2 }, '2 cores x 1 thread = 2'],
  [{ cores: 1, threads: 2 }, '1 core x 2 threads = 2'],
  [{ cores: 12, threads: 16 }, '12 cores x threads = 16'],
  [{ threads: 16 }, '16 CPUs'],
  [{ threads: 1 }, '1 CPU'],
  [{ cores: 0, threads: 4 }, '4 CPUs'],
  [{ cores: 16, threads: 24, kinds: kinds(8, 8) }, '8 P + 8 E cores, 24 threads'],
  [{ cores: 8, threads: 8, kinds: kinds(1, 3, 4) }, '1 + 3 + 4 cores of 3 kinds, 8 threads'],
] as const;

for (const [machine, text] of topologies) {
  test(`${JSON.stringify(machine)} reads "${text}"`, () =>
    assert.equal(coresAndThreads(machine), text));
}

test('the runtime is Node, the libraries and the system', () => {
  assert.deepEqual(runtimeOf(machineWith({ libraries: { tinypool: '2.2.0', ink: '8.0.0' } })), [
    'Node 24.21.0',
    'tinypool 2.2.0',
    'ink 8.0.0',
    'linux 6.1.0 x64',
  ]);
});

test('workers up to the number of fast CPUs have cores of one kind', () => {
  assert.equal(fastCpus({}), Infinity);
  assert.equal(fastCpus({ kinds: kinds(8, 8) }), 8);
  assert.equal(fastCpus({ kinds: [{ cores: 8, cpus: 16, usable: 0 }, ...kinds(4, 4)] }), 4);
  assert.equal(fastCpus({ kinds: [...kinds(8), { cores: 8, cpus: 8, usable: 0 }] }), Infinity);
});
