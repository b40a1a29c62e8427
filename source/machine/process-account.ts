import { statField } from '../core/machine/process-stat.ts';
import type { Milliseconds } from '../core/units.ts';
import { tick } from './cpus/cpu-times.ts';
import type { System } from './system.ts';

/** What the kernel says of another process. */
export type ProcessState = {
  /** CPU time of all its threads so far. */
  readonly cpu: Milliseconds;
  /** Whether a signal or a debugger has stopped it. */
  readonly stopped: boolean;
};

/** Undefined where the system does not report it, and once the process has ended. */
export function readProcess(
  { readText }: Pick<System, 'readText'>,
  pid: number,
): ProcessState | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  const ticks = [14, 15].map((number) => Number(statField(stat ?? '', number)));
  const cpu = ticks.reduce((sum, time) => sum + time, 0) * tick;
  return stat === undefined || Number.isNaN(cpu)
    ? undefined
    : { cpu, stopped: ['T', 't'].includes(statField(stat, 3) ?? '') };
}

/** The CPU time of the other process of this program, whichever it is at the moment. */
export type OtherAccount = {
  /** CPU time so far of all the processes that were the other one; it never falls. */
  readonly time: () => Milliseconds;
  /** Reported by the other process itself; used where the system does not report it. */
  readonly told: (own: Milliseconds) => void;
};

export function openOtherAccount(
  system: Pick<System, 'readText'>,
  pid: () => number | undefined,
): OtherAccount {
  let total: Milliseconds = 0;
  let seen: { readonly pid: number; readonly cpu: Milliseconds } | undefined;
  const add = (process: number, cpu: Milliseconds) => {
    const before = seen?.pid === process ? seen.cpu : 0;
    total += Math.max(0, cpu - before);
    seen = { pid: process, cpu: Math.max(before, cpu) };
  };
  return {
    time() {
      const process = pid();
      const state = process === undefined ? undefined : readProcess(system, process);
      if (process !== undefined && state) {
        add(process, state.cpu);
      }

      return total;
    },
    told(own) {
      const process = pid() ?? 0;
      if (seen?.pid === process) {
        add(process, own);
      } else {
        // What it took before does not belong to whatever is measured now.
        seen = { pid: process, cpu: own };
      }
    },
  };
}

/** The same system, whose own CPU time includes that of the other process. */
export const withAccount = (system: System, { time }: OtherAccount): System => ({
  ...system,
  processTime: () => system.processTime() + time(),
});

/** The same system as another process finds it: its affinity and control groups count. */
export const asFoundBy = (system: System, pid: () => number | undefined): System => ({
  ...system,
  readText(path) {
    const process = pid();
    const theirs =
      process === undefined ? path : path.replace(/^\/proc\/self\//, `/proc/${process}/`);
    return system.readText(theirs) ?? system.readText(path);
  },
});
