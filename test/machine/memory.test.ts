import assert from 'node:assert/strict';
import { test } from 'node:test';
import { availableIn, detectMemory } from '../../source/machine/memory.ts';
import { fixtureSystem, gibibyte, withFiles } from './fixture-system.ts';

const memory = (tree: string) => detectMemory(fixtureSystem(tree));
const total = 16 * gibibyte;

test('without control groups all available memory may be used', () => {
  assert.deepEqual(memory('bare-metal'), { total, free: 8 * gibibyte, limit: 8 * gibibyte });
});

test('a limit below the free memory counts, minus the memory already used', () => {
  assert.deepEqual(memory('container-v2'), { total, free: 8 * gibibyte, limit: 384 * 2 ** 20 });
});

test('a parent’s limit bounds its groups, and droppable page cache does not count as used', () => {
  assert.equal(memory('cgroup-v2-nested').limit, 768 * 2 ** 20);
});

test('version 1 counts the cache of the whole group, and its huge number is no limit', () => {
  assert.equal(memory('cgroup-v1').limit, 512 * 2 ** 20);
});

test('a hybrid host may set the limit in version 2', () => {
  assert.equal(memory('hybrid').limit, 512 * 2 ** 20);
});

test('the free memory bounds a larger limit', () => {
  const files = { '/proc/meminfo': 'MemAvailable:    1024 kB\n' };
  assert.equal(detectMemory(withFiles(fixtureSystem('container-v2'), files)).limit, 2 ** 20);
});

test('a group over its limit has nothing left, and never less', () => {
  const files = { '/sys/fs/cgroup/memory.current': String(gibibyte) };
  assert.equal(detectMemory(withFiles(fixtureSystem('container-v2'), files)).limit, 0);
});

test('if the use cannot be read, the limit itself counts', () => {
  const files = { '/sys/fs/cgroup/memory.current': '' };
  assert.equal(detectMemory(withFiles(fixtureSystem('container-v2'), files)).limit, 512 * 2 ** 20);
});

test('on macOS all memory may be used until the available memory is known', () => {
  const mac = fixtureSystem('none', { platform: 'darwin' });
  assert.deepEqual(detectMemory(mac), { total, free: 3 * gibibyte, limit: total });
  assert.deepEqual(detectMemory(mac, 9 * gibibyte), {
    total,
    free: 9 * gibibyte,
    limit: 9 * gibibyte,
  });
});

test('the kernel’s available memory overrides systeminformation', () => {
  assert.equal(detectMemory(fixtureSystem('bare-metal'), 9 * gibibyte).limit, 8 * gibibyte);
});

test('without /proc, or with garbage in it, the runtime is asked', () => {
  for (const tree of ['none', 'garbage']) {
    assert.deepEqual(memory(tree), { total, free: 3 * gibibyte, limit: 3 * gibibyte });
  }
});

const vmStat = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                                4000.
Pages active:                            200000.
Pages inactive:                          190000.
Pages speculative:                         2000.
Pages wired down:                        100000.
Pages purgeable:                           5000.
File-backed pages:                       150000.
Anonymous pages:                         250000.
Pages occupied by compressor:             55000.
`;

test('on macOS all is available but what programs, the kernel and the compressor hold', () => {
  assert.equal(availableIn(vmStat, total), total - 400_000 * 16_384);
  assert.equal(availableIn(vmStat, gibibyte), 0);
  for (const text of ['', 'vm_stat: not found', vmStat.replace('16384', 'many')]) {
    assert.equal(availableIn(text, total), undefined);
  }
});
