import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectTopology } from '../../../source/machine/cpus/topology.ts';
import { fixtureSystem, withFiles } from '../fixture-system.ts';

test('threads of one core count as one core', () => {
  assert.deepEqual(detectTopology(fixtureSystem('bare-metal')), { cores: 4, sockets: 2 });
});

test('cores whose CPUs are all offline are not counted', () => {
  assert.deepEqual(detectTopology(fixtureSystem('offline')), { cores: 5, sockets: 1 });
});

test('a count that cannot be read for every CPU is absent', () => {
  assert.deepEqual(detectTopology(fixtureSystem('garbage')), {});
  assert.deepEqual(detectTopology(fixtureSystem('none')), {});
});

/** Lists of CPUs, as the kernel writes them, with the threads of their cores side by side. */
function hybrid(files: Readonly<Record<string, string>>, { online, twins = 0 }: Hybrid) {
  const cpus = Array.from({ length: online }, (_, cpu) => cpu);
  const siblings = (cpu: number) =>
    cpu < twins ? `${cpu - (cpu % 2)}-${cpu - (cpu % 2) + 1}` : String(cpu);
  const topology = cpus.flatMap((cpu) => [
    [`/sys/devices/system/cpu/cpu${cpu}/topology/thread_siblings_list`, siblings(cpu)],
    [`/sys/devices/system/cpu/cpu${cpu}/topology/physical_package_id`, '0'],
  ]);
  return withFiles(fixtureSystem('none'), {
    '/sys/devices/system/cpu/online': `0-${online - 1}\n`,
    ...Object.fromEntries(topology),
    ...files,
  });
}

type Hybrid = { readonly online: number; readonly twins?: number };

const intel = {
  '/sys/devices/cpu_core/cpus': '0-15\n',
  '/sys/devices/cpu_atom/cpus': '16-23\n',
};

test('performance and efficiency cores are two kinds, the fast ones first', () => {
  assert.deepEqual(detectTopology(hybrid(intel, { online: 24, twins: 16 })), {
    cores: 16,
    sockets: 1,
    kinds: [
      { cores: 8, cpus: 16, usable: 16 },
      { cores: 8, cpus: 8, usable: 8 },
    ],
  });
});

test('a process that may run on some of them knows on how many of each kind', () => {
  const files = { ...intel, '/proc/self/status': 'Cpus_allowed_list:\t14-17\n' };
  const { kinds } = detectTopology(hybrid(files, { online: 24, twins: 16 }));
  assert.deepEqual(
    kinds?.map(({ usable }) => usable),
    [2, 2],
  );
});

const capacities = (...values: readonly number[]) =>
  Object.fromEntries(
    values.map((value, cpu) => [`/sys/devices/system/cpu/cpu${cpu}/cpu_capacity`, `${value}\n`]),
  );

test('ARM’s cores are grouped by their capacity, the fastest first', () => {
  const files = capacities(250, 250, 250, 250, 760, 760, 760, 1024);
  assert.deepEqual(detectTopology(hybrid(files, { online: 8 })).kinds, [
    { cores: 1, cpus: 1, usable: 1 },
    { cores: 3, cpus: 3, usable: 3 },
    { cores: 4, cpus: 4, usable: 4 },
  ]);
});

test('cores that differ by a clock are of one kind', () => {
  for (const files of [capacities(1024, 1009, 1009, 990), capacities(1024, 1024, 1024, 1024), {}]) {
    assert.equal('kinds' in detectTopology(hybrid(files, { online: 4 })), false);
  }
});

test('a list with one kind alone, or garbage, tells no kinds', () => {
  for (const files of [
    { '/sys/devices/cpu_core/cpus': '0-3\n' },
    { '/sys/devices/cpu_core/cpus': 'x', '/sys/devices/cpu_atom/cpus': '' },
    { ...capacities(1024, 250, 250), '/sys/devices/system/cpu/cpu3/cpu_capacity': '-1' },
  ]) {
    assert.equal('kinds' in detectTopology(hybrid(files, { online: 4 })), false);
  }
});
