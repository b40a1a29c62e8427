import { counted, shortDecimal } from '../text/format.ts';
import type { Machine, UsableCpus } from './machine.ts';

/** "usable 2 = min( online 2, affinity 2, quota none )". */
export function usableCpus({ count, online, affinity, quota }: UsableCpus): string {
  const granted = quota === undefined ? 'none' : shortDecimal(quota);
  return `usable ${count} = min( online ${online}, affinity ${affinity}, quota ${granted} )`;
}

/**
 * "2 of 16 CPUs usable (online 16, allowed 8, quota 2)", "16 of 16 CPUs usable (8 cores, 2 threads each)", from the
 * longest wording to the shortest.
 */
export function usableTexts(
  machine: Pick<Machine, 'cores' | 'kinds' | 'threads' | 'usable'>,
): readonly string[] {
  const { count, online, affinity, quota } = machine.usable;
  const usable = `${count} of ${counted(online, 'CPU')} usable`;
  if (count === online) {
    const cores = coresText(machine);
    return [
      ...(cores === undefined ? [] : [`${usable} (${cores})`]),
      usable,
      counted(count, 'CPU'),
    ];
  }

  const granted = quota === undefined ? '' : `, quota ${shortDecimal(quota)}`;
  return [`${usable} (online ${online}, allowed ${affinity}${granted})`, usable];
}

/** "8 cores, 2 threads each", "8 P + 8 E cores"; undefined if the system does not report its cores. */
function coresText(machine: Pick<Machine, 'cores' | 'kinds' | 'threads'>): string | undefined {
  const { cores = 0, threads } = machine;
  if (cores === 0) {
    return undefined;
  }

  const kinds = kindsText(machine);
  if (kinds !== undefined) {
    return `${kinds}, ${counted(threads, 'thread')}`;
  }

  const each = threads / cores;
  return each > 1 && Number.isInteger(each)
    ? `${counted(cores, 'core')}, ${each} threads each`
    : counted(cores, 'core');
}

/** "8 cores x 2 threads = 16"; just "16 CPUs" if the system does not report its cores. */
export function coresAndThreads(machine: Pick<Machine, 'cores' | 'kinds' | 'threads'>): string {
  const { cores, threads } = machine;
  const kinds = kindsText(machine);
  if (kinds !== undefined) {
    return `${kinds}, ${counted(threads, 'thread')}`;
  }

  if (cores === undefined || cores === 0) {
    return counted(threads, 'CPU');
  }

  const each = threads / cores;
  const perCore = Number.isInteger(each) ? counted(each, 'thread') : 'threads';
  return `${counted(cores, 'core')} x ${perCore} = ${threads}`;
}

/** "8 P + 8 E cores", "1 + 3 + 4 cores of 3 kinds"; undefined where all cores are alike. */
export function kindsText({ kinds = [] }: Pick<Machine, 'kinds'>): string | undefined {
  const numbers = kinds.map(({ cores }) => cores);
  switch (numbers.length) {
    case 0:
    case 1:
      return undefined;
    case 2:
      return `${numbers[0]} P + ${numbers[1]} E cores`;
    default:
      return `${numbers.join(' + ')} cores of ${numbers.length} kinds`;
  }
}

/** How many workers can run on the fastest kind of core alone; any number where all cores are alike. */
export const fastCpus = ({ kinds = [] }: Pick<Machine, 'kinds'>): number =>
  kinds.filter(({ usable }) => usable > 0).length > 1
    ? (kinds.find(({ usable }) => usable > 0)?.usable ?? Infinity)
    : Infinity;

/** "Node 24.21.0", "tinypool 2.2.0", "linux 6.1.0 x64". */
export const runtimeOf = ({ node, libraries, os }: Machine): readonly string[] => [
  `Node ${node}`,
  ...Object.entries(libraries).map(([name, version]) => `${name} ${version}`),
  os,
];
