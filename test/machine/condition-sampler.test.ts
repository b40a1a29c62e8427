import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { System } from '../../source/machine/system.ts';
import { openConditionSampler } from '../../source/machine/condition-sampler.ts';
import { fixtureSystem, withFiles } from './fixture-system.ts';

/** A system with two CPUs; the test controls its files, its clock and its own CPU time. */
function movableSystem(files: Record<string, string>, changes: Partial<System> = {}) {
  const moved = { now: 0, own: 0 };
  const system: System = {
    ...withFiles(fixtureSystem('none'), files),
    now: () => moved.now,
    processTime: () => moved.own,
    ...changes,
  };
  return { moved, files, system };
}

const twoCpus = {
  '/sys/devices/system/cpu/online': '0-1\n',
  '/proc/self/status': 'Cpus_allowed_list:\t0-1\n',
};

const stat = (busy: number, idle: number, steal: number) =>
  [0, 1].map((cpu) => `cpu${cpu} ${busy} 0 0 ${idle} 0 0 0 ${steal} 0 0\n`).join('') + 'intr 1\n';

test('a sample says who used the CPUs, how much was stolen, and how long it took', () => {
  const { moved, files, system } = movableSystem({ ...twoCpus, '/proc/stat': stat(0, 0, 0) });
  const end = openConditionSampler(system)();
  moved.now = 1000;
  moved.own = 900;
  files['/proc/stat'] = stat(60, 30, 10);
  assert.deepEqual(end(), { during: 1000, own: 900, others: 300, stolen: 200 });
});

test('without /proc a sample has its duration and our own CPU time', () => {
  const { moved, system } = movableSystem({}, { cpus: () => [] });
  const end = openConditionSampler(system)();
  moved.now = 20;
  moved.own = 12;
  assert.deepEqual(end(), { during: 20, own: 12 });
});

test('every pass has a sample of its own', () => {
  const { moved, files, system } = movableSystem({ ...twoCpus, '/proc/stat': stat(0, 0, 0) });
  const begin = openConditionSampler(system);
  begin();
  files['/proc/stat'] = stat(50, 50, 0);
  const second = begin();
  files['/proc/stat'] = stat(60, 140, 0);
  moved.now = 1000;
  assert.deepEqual(second(), { during: 1000, own: 0, others: 200, stolen: 0 });
});

const groups = {
  '/proc/self/mountinfo': '30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n',
  '/proc/self/cgroup': '0::/outer/inner\n',
};
const throttledBy = (microseconds: number) =>
  `usage_usec 9\nnr_periods 8\nnr_throttled 3\nthrottled_usec ${microseconds}\n`;

test('throttled time is that of the quota that throttled longest', () => {
  const { files, system } = movableSystem({
    ...groups,
    '/sys/fs/cgroup/outer/cpu.max': '400000 100000\n',
    '/sys/fs/cgroup/outer/cpu.stat': throttledBy(1000),
    '/sys/fs/cgroup/outer/inner/cpu.max': '50000 100000\n',
    '/sys/fs/cgroup/outer/inner/cpu.stat': throttledBy(5000),
  });
  const end = openConditionSampler(system)();
  files['/sys/fs/cgroup/outer/cpu.stat'] = throttledBy(3000);
  files['/sys/fs/cgroup/outer/inner/cpu.stat'] = throttledBy(125_000);
  assert.equal(end().throttled, 120);
});

test('throttled time is 0 for a quota that did not throttle, and absent without a quota', () => {
  const quota = { ...groups, '/sys/fs/cgroup/outer/cpu.stat': throttledBy(1000) };
  const bounded = movableSystem({ ...quota, '/sys/fs/cgroup/outer/cpu.max': '400000 100000\n' });
  assert.equal(openConditionSampler(bounded.system)()().throttled, 0);
  const free = movableSystem({ ...quota, '/sys/fs/cgroup/outer/cpu.max': 'max 100000\n' });
  assert.equal('throttled' in openConditionSampler(free.system)()(), false);
});

test('version 1 counts nanoseconds', () => {
  const { files, system } = movableSystem({
    '/proc/self/mountinfo': '30 24 0:26 / /cg/cpu rw - cgroup cgroup rw,cpu\n',
    '/proc/self/cgroup': '1:cpu:/job\n',
    '/cg/cpu/job/cpu.cfs_quota_us': '50000\n',
    '/cg/cpu/job/cpu.cfs_period_us': '100000\n',
    '/cg/cpu/job/cpu.stat': 'nr_periods 1\nnr_throttled 0\nthrottled_time 0\n',
  });
  const end = openConditionSampler(system)();
  files['/cg/cpu/job/cpu.stat'] = 'nr_periods 9\nnr_throttled 4\nthrottled_time 250000000\n';
  assert.equal(end().throttled, 250);
});

const frequency = (cpu: number) => `/sys/devices/system/cpu/cpu${cpu}/cpufreq/scaling_cur_freq`;

test('the frequency is that of the usable CPUs, at the end', () => {
  const { files, system } = movableSystem({
    ...twoCpus,
    '/proc/stat': stat(0, 0, 0).replace('intr', 'cpu2 0 0 0 0\nintr'),
    [frequency(0)]: '800000\n',
    [frequency(1)]: '800000\n',
    [frequency(2)]: '5000000\n',
  });
  const end = openConditionSampler(system)();
  files[frequency(0)] = '4100000\n';
  files[frequency(1)] = '3900000\n';
  assert.deepEqual(end().clock, { mean: 4000, highest: 4100 });
});

test('without cpufreq the frequency comes from /proc/cpuinfo', () => {
  const { system } = movableSystem({
    ...twoCpus,
    '/proc/stat': stat(0, 0, 0),
    '/proc/cpuinfo': [0, 1, 2]
      .map((cpu) => `processor\t: ${cpu}\nmodel name\t: X\ncpu MHz\t\t: ${2000 + 500 * cpu}.5\n`)
      .join('\n'),
  });
  assert.deepEqual(openConditionSampler(system)()().clock, { mean: 2250.5, highest: 2500.5 });
});

test('the temperature is that of the hottest processor sensor', () => {
  const thermal = '/sys/class/thermal';
  const hwmon = '/sys/class/hwmon';
  const { files, system } = movableSystem({
    [`${thermal}/thermal_zone0/type`]: 'acpitz\n',
    [`${thermal}/thermal_zone0/temp`]: '99000\n',
    [`${thermal}/thermal_zone1/type`]: 'x86_pkg_temp\n',
    [`${thermal}/thermal_zone1/temp`]: '60000\n',
    [`${hwmon}/hwmon0/name`]: 'nvme\n',
    [`${hwmon}/hwmon0/temp1_input`]: '98000\n',
    [`${hwmon}/hwmon5/name`]: 'k10temp\n',
    [`${hwmon}/hwmon5/temp1_input`]: '71500\n',
  });
  const begin = openConditionSampler(system);
  assert.equal(begin()().temperature, 71.5);
  files[`${thermal}/thermal_zone1/temp`] = '82000\n';
  assert.equal(begin()().temperature, 82);
});

const hwmon0 = '/sys/class/hwmon/hwmon0';

test('AMD’s Tdie goes before Tctl, which lies far above the temperature', () => {
  const { system } = movableSystem({
    [`${hwmon0}/name`]: 'k10temp\n',
    [`${hwmon0}/temp1_label`]: 'Tctl\n',
    [`${hwmon0}/temp1_input`]: '95000\n',
    [`${hwmon0}/temp2_label`]: 'Tdie\n',
    [`${hwmon0}/temp2_input`]: '68000\n',
  });
  assert.equal(openConditionSampler(system)()().temperature, 68);
});

test('a temperature that no sensor can mean is none', () => {
  for (const [reading, celsius] of [
    ['2147483647', undefined],
    ['-273000', undefined],
    ['151000', undefined],
    ['98000', 98],
    ['-20000', -20],
  ] as const) {
    const { system } = movableSystem({
      [`${hwmon0}/name`]: 'coretemp\n',
      [`${hwmon0}/temp1_input`]: `${reading}\n`,
    });
    assert.equal(openConditionSampler(system)()().temperature, celsius);
  }
});

test('a clock that no CPU can have is none', () => {
  const { system } = movableSystem({
    ...twoCpus,
    '/proc/stat': stat(0, 0, 0),
    [frequency(0)]: '4294967295\n',
    [frequency(1)]: '3000000\n',
  });
  assert.deepEqual(openConditionSampler(system)()().clock, { mean: 3000, highest: 3000 });
});
