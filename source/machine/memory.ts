import type { Memory } from '../core/machine/machine.ts';
import type { Bytes } from '../core/units.ts';
import { controlGroups, type ControlGroup } from './control-groups.ts';
import { fieldOf, lowest, wholeNumber } from './kernel-text.ts';
import type { System } from './system.ts';

/** `available` is what systeminformation says may still be taken, once it has answered. */
export function detectMemory(system: System, available?: Bytes): Memory {
  const total = system.totalMemory();
  const known = kernelsAvailable(system) ?? available;
  const free = known ?? system.freeMemory();
  const room = controlGroups(system, 'memory').map((group) => roomIn(system, group));
  // On macOS the runtime counts the pages that hold nothing, and most of the memory holds caches that would give way.
  const most = known === undefined && system.platform === 'darwin' ? total : free;
  return { total, free, limit: lowest([most, ...room]) ?? most };
}

function kernelsAvailable(system: System): Bytes | undefined {
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

/** What a control group lets its processes still take; undefined where it sets no limit. */
function roomIn(system: System, { version, folder }: ControlGroup): Bytes | undefined {
  const { limit, use, droppable } = files[version];
  const most = wholeNumber(system.readText(`${folder}/${limit}`));
  if (most === undefined) {
    return undefined;
  }

  const used = wholeNumber(system.readText(`${folder}/${use}`)) ?? 0;
  // Page cache that nobody touched lately goes before anybody is refused memory.
  const cache = wholeNumber(fieldOf(system.readText(`${folder}/memory.stat`), droppable)) ?? 0;
  return Math.max(0, most - Math.max(0, used - cache));
}
