/** A field of stat(5), from the text of a /proc/…/stat; counted from the third, which follows the name in brackets. */
const fieldOf = (stat: string, number: number): string | undefined =>
  stat.slice(stat.lastIndexOf(')') + 2).split(' ')[number - 3];

/** The CPU that a thread last ran on. */
export function lastCpu(stat: string): number | undefined {
  const cpu = Number.parseInt(fieldOf(stat, 39) ?? '', 10);
  return Number.isNaN(cpu) ? undefined : cpu;
}

/** Whether a thread waits for something that may come to it: no CPU, no page and no disk. */
export const isAsleep = (stat: string): boolean => fieldOf(stat, 3) === 'S';
