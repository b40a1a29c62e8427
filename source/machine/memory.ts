import type { Memory } from '../core/machine/machine.ts';
import type { Bytes, Milliseconds } from '../core/units.ts';
import { controlGroups, type ControlGroup } from './control-groups.ts';
import { fieldLine, fieldOf, lowest, wholeNumber } from './kernel-text.ts';
import { printedBy } from './printed-by.ts';
import type { System } from './system.ts';

/** `available` is what macOS's `vm_stat` said last; the number of Linux's kernel overrides it. */
export function detectMemory(system: System, available?: Bytes): Memory {
  const total = system.totalMemory();
  const known = availableInKernel(system) ?? available;
  const free = known ?? system.freeMemory();
  const room = controlGroups(system, 'memory').map((group) => roomInGroup(system, group));
  // On macOS the runtime counts only empty pages as free, though most of the memory holds caches that can be dropped.
  const most = known === undefined && system.platform === 'darwin' ? total : free;
  return { total, free, limit: lowest([most, ...room]) ?? most };
}

const vmStatLimit: Milliseconds = 2000;

/** On macOS, memory that is available without swapping: which only a program reports. Undefined elsewhere. */
export async function askAvailable(system: System): Promise<Bytes | undefined> {
  return system.platform === 'darwin'
    ? availableIn(
        (await printedBy({ file: '/usr/bin/vm_stat', limit: vmStatLimit })) ?? '',
        system.totalMemory(),
      )
    : undefined;
}

/** From the text of `vm_stat`: all but what programs and the kernel hold. */
export function availableIn(text: string, total: Bytes): Bytes | undefined {
  const pageSize = wholeNumber(text.match(/page size of (\d+) bytes/)?.[1]);
  const [anonymous, wired, compressor, purgeable] = [
    'Anonymous pages',
    'Pages wired down',
    'Pages occupied by compressor',
    'Pages purgeable',
  ].map((name) => wholeNumber(fieldLine(text, name)?.replace(/\.$/, '')));
  if (pageSize === undefined || anonymous === undefined || wired === undefined) {
    return undefined;
  }

  const held = anonymous + wired + (compressor ?? 0) - (purgeable ?? 0);
  return Math.min(total, Math.max(0, total - held * pageSize));
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
