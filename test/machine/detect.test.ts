import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectAgain, detectMachine } from '../../source/machine/detect.ts';
import { fixtureSystem, gibibyte, runtimeCpus, withFiles } from './fixture-system.ts';

const libraries = { tinypool: '2.2.0' };
const system = fixtureSystem('bare-metal');

test('everything the kernel reports is known at once', () => {
  assert.deepEqual(detectMachine({ system, libraries }), {
    cpu: 'Example Chip X1',
    cores: 4,
    sockets: 2,
    threads: 8,
    usable: { count: 8, online: 8, affinity: 8 },
    memory: { total: 16 * gibibyte, free: 8 * gibibyte, limit: 8 * gibibyte },
    os: 'linux 6.1.0 x64',
    node: '24.0.0',
    v8: '13.6',
    libraries,
  });
});

test('other programs name what the kernel does not: the CPU, its cores and sockets', () => {
  const processor = { name: 'Neoverse-V1', cores: 8, sockets: 1 };
  const { cpu, cores, sockets } = detectMachine({ system, libraries, processor });
  assert.deepEqual({ cpu, cores, sockets }, { cpu: 'Example Chip X1', cores: 4, sockets: 2 });

  const nameless = fixtureSystem('none', {
    cpus: () => runtimeCpus(8).map((found) => ({ ...found, model: 'unknown' })),
  });
  const elsewhere = detectMachine({ system: nameless, libraries, processor });
  assert.deepEqual([elsewhere.cpu, elsewhere.cores, elsewhere.sockets], ['Neoverse-V1', 8, 1]);
});

test('the available memory is another program’s where the kernel does not tell, and it stays', () => {
  const mac = fixtureSystem('none', { platform: 'darwin' });
  const options = { system: mac, libraries, available: 9 * gibibyte };
  const known = detectMachine(options);
  assert.equal(known.memory.limit, 9 * gibibyte);
  assert.equal('available' in known, false);
  assert.equal(detectAgain(known, options).memory.limit, 9 * gibibyte);
});

test('a system that reports nothing is a machine with an unknown CPU', () => {
  const machine = detectMachine({ system: fixtureSystem('none', { cpus: () => [] }), libraries });
  assert.equal(machine.cpu, 'unknown CPU');
  assert.equal('cores' in machine, false);
  assert.equal('sockets' in machine, false);
});

test('a later look finds a new quota and new memory and keeps the rest', () => {
  const known = detectMachine({ system, libraries, processor: { name: 'Better Name' } });
  const moved = withFiles(fixtureSystem('container-v2'), {
    '/sys/devices/system/cpu/online': '0-7',
  });
  const again = detectAgain(known, { system: moved, libraries });
  assert.equal(again.usable.quota, 4);
  assert.equal(again.memory.limit, 384 * 2 ** 20);
  assert.deepEqual({ ...again, usable: known.usable, memory: known.memory }, known);
});

test('a later look counts the cores again when CPUs went offline', () => {
  const known = detectMachine({ system, libraries });
  const again = detectAgain(known, { system: fixtureSystem('offline'), libraries });
  assert.deepEqual([again.threads, again.cores, again.sockets], [6, 5, 1]);
});

test('the governor is known if the kernel reports it', () => {
  const cpu = (number: number) => `/sys/devices/system/cpu/cpu${number}/cpufreq`;
  const files: Record<string, string> = { [`${cpu(0)}/scaling_driver`]: 'intel_pstate\n' };
  for (let number = 0; number < 8; number++) {
    files[`${cpu(number)}/scaling_governor`] = number < 4 ? 'performance\n' : 'powersave\n';
  }

  const { governor } = detectMachine({ system: withFiles(system, files), libraries });
  assert.deepEqual(governor, { names: ['performance', 'powersave'], driver: 'intel_pstate' });
});
