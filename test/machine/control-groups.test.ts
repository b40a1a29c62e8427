import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlGroups, parseMounts } from '../../source/machine/control-groups.ts';
import { fixtureSystem, withFiles } from './fixture-system.ts';

const foldersOf = (
  tree: string,
  controller: string,
  files: Readonly<Record<string, string>> = {},
) => controlGroups(withFiles(fixtureSystem(tree), files), controller).map(({ folder }) => folder);

test('the groups lead from the process’s own up to the mount point', () => {
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

test('a controller without a mount has no groups', () => {
  assert.deepEqual(foldersOf('cgroup-v1', 'pids'), []);
});

test('a path outside the mount leaves only the mount point', () => {
  for (const path of ['/../neighbour', '/..']) {
    assert.deepEqual(foldersOf('container-v2', 'cpu', { '/proc/self/cgroup': `0::${path}\n` }), [
      '/sys/fs/cgroup',
    ]);
  }
});

test('a root that is only a prefix of the name does not contain the path', () => {
  assert.deepEqual(
    foldersOf('container-v1', 'cpu', { '/proc/self/cgroup': '4:cpu,cpuacct:/docker/0f3cab/x\n' }),
    ['/sys/fs/cgroup/cpu,cpuacct'],
  );
});

test('of several mounts, the one that contains the path is read', () => {
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

test('control group mounts are recognised, with any number of optional fields', () => {
  const text = [
    '23 1 8:1 / / rw,relatime shared:1 master:2 - ext4 /dev/sda1 rw',
    '30 23 0:26 / /sys/fs/cgroup rw shared:4 propagate_from:1 - cgroup2 cgroup2 rw,nsdelegate',
    '31 30 0:31 /docker/1 /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu,cpuacct',
  ].join('\n');
  assert.deepEqual(parseMounts(text), [
    { version: 2, controllers: ['rw', 'nsdelegate'], root: '/', point: '/sys/fs/cgroup' },
    {
      version: 1,
      controllers: ['rw', 'cpu', 'cpuacct'],
      root: '/docker/1',
      point: '/sys/fs/cgroup/cpu',
    },
  ]);
});

test('spaces and backslashes in paths are unescaped', () => {
  const [mount] = parseMounts('30 23 0:26 /a\\134b /mnt/my\\040groups rw - cgroup2 none rw');
  assert.equal(mount?.root, '/a\\b');
  assert.equal(mount?.point, '/mnt/my groups');
});

test('lines that are not mounts are ignored', () => {
  assert.deepEqual(parseMounts('\nnonsense\n - cgroup2\n31 - \n'), []);
});
