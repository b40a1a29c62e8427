import type { Memory } from '../core/machine/machine.ts';
import type { Bytes } from '../core/units.ts';
import { controlGroups, type ControlGroup } from './control-groups.ts';
import { fieldOf, lowest, wholeNumber } from './kernel-text.ts';
import type { System } from './system.ts';

/** `available` comes from systeminformation, once it has answered; the kernel's number overrides it. */
export function detectMemory(system: System, available?: Bytes): Memory {
  const total = system.totalMemory();
  const known = availableInKernel(system) ?? available;
  const free = known ?? system.freeMemory();
  const room = controlGroups(system, 'memory').map((group) => roomInGroup(system, group));
  // On macOS the runtime counts only empty pages as free, though most of the memory holds caches that can be dropped.
  const most = known === undefined && system.platform === 'darwin' ? total : free;
  return { total, free, limit: lowest([most, ...room]) ?? most };
}

function availableInKernel(system: System): Bytes | undefined {
  const kilobytes = wholeNumber(fieldOf(system.readText('/proc/meminfo'), 'MemAvailable'));
  return kilobytes === undefined ? undefined : kilobytes * 1024;
}

const files = {
  1: {
    limit: 'memory.limit_in_bytes',
    use: 'memory.usage_in_bytes',
    droppable: 'total_inactive_file',
  },
  2: { limit: 'memory.max', use: 'memory.current', droppable: 'inactive_file' },
} as const;

/** Memory that a control group still grants its processes; undefined if it sets no limit. */
function roomInGroup(system: System, { version, folder }: ControlGroup): Bytes | undefined {
  const { limit, use, droppable } = files[version];
  const most = wholeNumber(system.readText(`${folder}/${limit}`));
  if (most === undefined) {
    return undefined;
  }

  const used = wholeNumber(system.readText(`${folder}/${use}`)) ?? 0;
  // The kernel drops inactive page cache before it refuses memory.
  const cache = wholeNumber(fieldOf(system.readText(`${folder}/memory.stat`), droppable)) ?? 0;
  return Math.max(0, most - Math.max(0, used - cache));
}
