import type { Milliseconds } from '../../core/units.ts';
import type { CpuInfo, System } from '../system.ts';

/** How one CPU spent its time since boot. */
export type CpuTimes = {
  readonly cpu: number;
  readonly total: Milliseconds;
  /** Idle, or waiting for a disk. */
  readonly idle: Milliseconds;
  readonly steal?: Milliseconds;
};

/** Linux reports hundredths of a second, whatever its kernel counts in. */
export const tick: Milliseconds = 10;

/** The times of every online CPU. */
export function readCpuTimes(system: System): readonly CpuTimes[] {
  const times = parseStat(system.readText('/proc/stat') ?? '');
  return times.length > 0 ? times : system.cpus().map(fromRuntime);
}

/** Parses the lines of `/proc/stat` for single CPUs; see proc_stat(5). */
export function parseStat(text: string): readonly CpuTimes[] {
  // Cut off the rest, which is many times as long: one line counts every interrupt.
  const [head = ''] = text.split('\nintr', 1);
  return head.split('\n').flatMap((line) => {
    const [, cpu, fields = ''] = line.match(/^cpu(\d{1,5})((?: +\d{1,15}){4,})\s*$/) ?? [];
    return cpu === undefined
      ? []
      : [
          fromFields(
            Number(cpu),
            fields
              .trim()
              .split(/ +/)
              .map((ticks) => Number(ticks) * tick),
          ),
        ];
  });
}

function fromFields(cpu: number, fields: readonly number[]): CpuTimes {
  // The fields after these eight are guest times, which user and nice already include.
  const counted = fields.slice(0, 8);
  const [, , , idle = 0, waiting = 0, , , steal] = counted;
  return {
    cpu,
    total: counted.reduce((sum, field) => sum + field, 0),
    idle: idle + waiting,
    ...(steal === undefined ? {} : { steal }),
  };
}

function fromRuntime({ times }: CpuInfo, cpu: number): CpuTimes {
  const { user, nice, sys, idle, irq } = times;
  return { cpu, total: user + nice + sys + idle + irq, idle };
}
