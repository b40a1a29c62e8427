import { statField } from '../../core/machine/process-stat.ts';

/** The CPU that a thread last ran on, from the text of its `stat` file. */
export function lastCpu(stat: string): number | undefined {
  const cpu = Number.parseInt(statField(stat, 39) ?? '', 10);
  return Number.isNaN(cpu) ? undefined : cpu;
}
