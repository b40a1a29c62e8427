import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allowedCpus,
  detectUsableCpus,
  kernelCpus,
} from '../../../source/machine/cpus/usable-cpus.ts';
import { fixtureSystem, withFiles } from '../fixture-system.ts';

const usable = (tree: string) => detectUsableCpus(fixtureSystem(tree));

test('bare metal without control groups: every CPU that is online, and no quota', () => {
  assert.deepEqual(usable('bare-metal'), { count: 8, online: 8, affinity: 8 });
});

test('the lowest quota up the hierarchy counts, and half a CPU is still one worker', () => {
  assert.deepEqual(usable('cgroup-v2-nested'), { count: 1, online: 8, affinity: 8, quota: 0.5 });
});

test('a parent that grants less than the own group bounds it', () => {
  assert.deepEqual(usable('cgroup-v2-parent'), { count: 2, online: 8, affinity: 8, quota: 2.5 });
});

test('a container in a namespace of its own finds its quota at the mount point', () => {
  assert.deepEqual(usable('container-v2'), { count: 4, online: 16, affinity: 16, quota: 4 });
});

test('version 1 has its quota in two files, and -1 is none', () => {
  assert.deepEqual(usable('cgroup-v1'), { count: 3, online: 8, affinity: 8, quota: 3 });
});

test('a version 1 container that sees its host’s path has its quota at the mount point', () => {
  assert.deepEqual(usable('container-v1'), { count: 1, online: 8, affinity: 8, quota: 1.5 });
});

test('a hybrid host may set the quota in version 1', () => {
  assert.deepEqual(usable('hybrid'), { count: 2, online: 8, affinity: 8, quota: 2 });
});

test('affinity to one CPU of sixteen leaves one', () => {
  assert.deepEqual(usable('one-of-sixteen'), { count: 1, online: 16, affinity: 1 });
});

test('offline CPUs do not count, even if the process may use them', () => {
  assert.deepEqual(usable('offline'), { count: 6, online: 6, affinity: 6 });
});

test('a quota beyond the CPUs changes nothing but is reported', () => {
  const system = withFiles(fixtureSystem('container-v2'), {
    '/sys/fs/cgroup/cpu.max': '6400000 100000\n',
  });
  assert.deepEqual(detectUsableCpus(system), { count: 16, online: 16, affinity: 16, quota: 64 });
});

test('control groups that cannot be seen may have a quota', () => {
  const member = { '/proc/self/cgroup': '2:cpu:/job\n0::/\n' };
  const hidden = {
    ...member,
    '/proc/self/mountinfo': '30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n',
  };
  const unknown = { count: 8, online: 8, affinity: 8, quotaUnknown: true };
  for (const files of [member, hidden]) {
    assert.deepEqual(detectUsableCpus(withFiles(fixtureSystem('none'), files)), unknown);
  }

  const root = { ...hidden, '/sys/fs/cgroup/cgroup.controllers': 'cpu memory\n' };
  assert.deepEqual(detectUsableCpus(withFiles(fixtureSystem('none'), root)), {
    count: 8,
    online: 8,
    affinity: 8,
  });
});

test('without /proc and /sys the runtime is asked', () => {
  const system = fixtureSystem('none', { parallelism: () => 5 });
  assert.deepEqual(detectUsableCpus(system), { count: 5, online: 8, affinity: 5 });
});

test('a runtime that lists no CPUs has as many as it would use', () => {
  const system = fixtureSystem('none', { cpus: () => [], parallelism: () => 2 });
  assert.deepEqual(detectUsableCpus(system), { count: 2, online: 2, affinity: 2 });
});

test('garbage is ignored', () => {
  assert.deepEqual(usable('garbage'), { count: 8, online: 8, affinity: 8 });
});

/** lxcfs numbers a container's CPUs from 0; the kernel goes on with the host's numbers. */
const renumbered = (
  online: string,
  allowed: string,
  files: Readonly<Record<string, string>> = {},
) =>
  withFiles(fixtureSystem('none'), {
    '/sys/devices/system/cpu/online': `${online}\n`,
    '/proc/self/status': `Name:\tnode\nCpus_allowed_list:\t${allowed}\n`,
    ...files,
  });

test('numbers of two name spaces are not intersected: the allowed CPUs are counted', () => {
  const usableIn = (online: string, allowed: string) =>
    detectUsableCpus(renumbered(online, allowed));
  assert.deepEqual(usableIn('0-3', '2-5'), { count: 4, online: 4, affinity: 4 });
  assert.deepEqual(usableIn('0-1', '1-2'), { count: 2, online: 2, affinity: 2 });
  assert.deepEqual(usableIn('0-3', '8-9'), { count: 2, online: 4, affinity: 2 });
});

test('CPUs that the kernel lists as offline are of the same name space', () => {
  const system = renumbered('0-5', '4-7', { '/sys/devices/system/cpu/offline': '6-7\n' });
  assert.deepEqual(detectUsableCpus(system), { count: 2, online: 6, affinity: 2 });
  assert.deepEqual(allowedCpus(system), [4, 5]);
});

test('where the online CPUs have numbers of their own, /proc/stat goes by those and /sys by the allowed ones', () => {
  const system = renumbered('0-3', '2-5');
  assert.deepEqual(allowedCpus(system), [0, 1, 2, 3]);
  assert.deepEqual(kernelCpus(system), [2, 3, 4, 5]);
});
