import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUse, useBetween } from '../../../source/machine/cpus/cpu-use.ts';
import { fixtureSystem, runtimeCpus, withFiles } from '../fixture-system.ts';

const cpu = (number: number, { total = 0, idle = 0, steal = 0 } = {}) => ({
  cpu: number,
  total,
  idle,
  steal,
});

test('the use of others is the busy time without ours and without steal', () => {
  const before = { times: [cpu(0), cpu(1)], own: 100 };
  const after = {
    times: [cpu(0, { total: 1000, idle: 200, steal: 50 }), cpu(1, { total: 1000, idle: 900 })],
    own: 600,
  };
  assert.deepEqual(useBetween(before, after), {
    capacity: 2000,
    others: 350,
    stolen: 50,
  });
});

test('a tick that is not yet counted makes no use negative', () => {
  const before = { times: [cpu(0)], own: 0 };
  const use = useBetween(before, { times: [cpu(0, { total: 20, idle: 10 })], own: 17 });
  assert.deepEqual(use, { capacity: 20, others: 0, stolen: 0 });
});

test('steal is absent if not reported; everything is if no time passed', () => {
  const before = { times: [{ cpu: 0, total: 0, idle: 0 }], own: 0 };
  const after = { times: [{ cpu: 0, total: 100, idle: 60 }], own: 10 };
  assert.deepEqual(useBetween(before, after), { capacity: 100, others: 30 });
  assert.equal(useBetween(after, after), undefined);
});

test('only the CPUs that this process may use count', () => {
  const system = withFiles(fixtureSystem('one-of-sixteen'), {
    '/proc/self/status': 'Cpus_allowed_list:\t3\n',
    '/proc/stat': 'cpu2 9 0 0 1 0 0 0 0\ncpu3 1 0 0 9 0 0 0 0\nintr 1\n',
  });
  assert.deepEqual(
    readUse(system).times.map((times) => times.cpu),
    [3],
  );
});

test('without a list from the kernel all CPUs of the runtime count', () => {
  const system = fixtureSystem('none', { cpus: () => runtimeCpus(2), processTime: () => 7 });
  assert.deepEqual(readUse(system), {
    times: [
      { cpu: 0, total: 1150, idle: 1000 },
      { cpu: 1, total: 1150, idle: 1000 },
    ],
    own: 7,
  });
});
