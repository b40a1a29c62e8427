import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMounts } from '../../source/machine/mounts.ts';

test('mounts of control groups are told from others, with any number of optional fields', () => {
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

test('blanks in a mount point are read as such', () => {
  const [mount] = parseMounts('30 23 0:26 /a\\134b /mnt/my\\040groups rw - cgroup2 none rw');
  assert.equal(mount?.root, '/a\\b');
  assert.equal(mount?.point, '/mnt/my groups');
});

test('lines that are no mounts are ignored', () => {
  assert.deepEqual(parseMounts('\nnonsense\n - cgroup2\n31 - \n'), []);
});
