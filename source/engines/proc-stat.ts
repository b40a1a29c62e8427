/** Field 39 of stat(5); the fields are counted from the third, which follows the name in brackets. */
const cpuField = 39 - 3;

/** The CPU that a thread last ran on, from the text of its /proc/…/stat. */
export function lastCpu(stat: string): number | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const cpu = Number.parseInt(fields[cpuField] ?? '', 10);
  return Number.isNaN(cpu) ? undefined : cpu;
}
