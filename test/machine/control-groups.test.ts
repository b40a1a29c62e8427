import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlGroups } from '../../source/machine/control-groups.ts';
import { fixtureSystem, withFiles } from './fixture-system.ts';

const foldersOf = (
  tree: string,
  controller: string,
  files: Readonly<Record<string, string>> = {},
) => controlGroups(withFiles(fixtureSystem(tree), files), controller).map(({ folder }) => folder);

test('the way leads from the own group up to the mount point', () => {
  assert.deepEqual(foldersOf('cgroup-v2-parent', 'cpu'), [
    '/sys/fs/cgroup/build.slice/job.scope',
    '/sys/fs/cgroup/build.slice',
    '/sys/fs/cgroup',
  ]);
});

test('a container that sees its host’s path starts at the mount point', () => {
  assert.deepEqual(foldersOf('container-v1', 'cpu'), ['/sys/fs/cgroup/cpu,cpuacct']);
});

test('a hybrid host has the groups of both versions', () => {
  assert.deepEqual(foldersOf('hybrid', 'cpu'), [
    '/sys/fs/cgroup/cpu/jobs/a',
    '/sys/fs/cgroup/cpu/jobs',
    '/sys/fs/cgroup/cpu',
    '/sys/fs/cgroup/unified/jobs.slice/a.scope',
    '/sys/fs/cgroup/unified/jobs.slice',
    '/sys/fs/cgroup/unified',
  ]);
});

test('a controller that is not mounted has no groups', () => {
  assert.deepEqual(foldersOf('cgroup-v1', 'pids'), []);
});

test('a path outside of the mount leaves the mount point alone', () => {
  for (const path of ['/../neighbour', '/..']) {
    assert.deepEqual(foldersOf('container-v2', 'cpu', { '/proc/self/cgroup': `0::${path}\n` }), [
      '/sys/fs/cgroup',
    ]);
  }
});

test('a root whose name only begins alike does not hold the path', () => {
  assert.deepEqual(
    foldersOf('container-v1', 'cpu', { '/proc/self/cgroup': '4:cpu,cpuacct:/docker/0f3cab/x\n' }),
    ['/sys/fs/cgroup/cpu,cpuacct'],
  );
});

test('of several mounts, the one that holds the path is read', () => {
  const mounts = [
    '30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw',
    '31 23 0:26 /other /mnt/other rw - cgroup2 cgroup2 rw',
  ].join('\n');
  assert.deepEqual(
    foldersOf('container-v2', 'cpu', {
      '/proc/self/mountinfo': mounts,
      '/proc/self/cgroup': '0::/job\n',
    }),
    ['/sys/fs/cgroup/job', '/sys/fs/cgroup'],
  );
});
