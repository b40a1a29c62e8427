import { capacityOf } from '../machine/capacity.ts';
import { coresAndThreads, usableTexts } from '../machine/machine-text.ts';
import { unknownCpu, type Machine } from '../machine/machine.ts';
import { moreCpus } from '../report/losses/one-cpu.ts';
import { notReported } from '../report/trust/trust-lines.ts';
import type { Check } from './check.ts';

/** Which CPUs there are, and how many of them a run may use. */
export const cpuChecks = (machine: Machine): readonly Check[] => [
  modelCheck(machine),
  usableCheck(machine),
];

function modelCheck(machine: Machine): Check {
  const check = { topic: 'CPUs', name: 'cpu' } as const;
  return machine.cpu === unknownCpu
    ? { ...check, level: 'unknown', text: `model of the CPU: ${notReported}` }
    : { ...check, level: 'ok', text: modelText(machine) };
}

/** Where all CPUs are usable, the next line has the cores. */
function modelText(machine: Machine): string {
  const { count, online } = machine.usable;
  return count === online ? machine.cpu : `${machine.cpu}, ${coresAndThreads(machine)}`;
}

function usableCheck(machine: Machine): Check {
  const [text = ''] = usableTexts(machine);
  const check = { topic: 'CPUs', name: 'usable-cpus' } as const;
  // A quota between one and two CPUs lets two workers overlap.
  return capacityOf(machine.usable) > 1
    ? { ...check, level: 'ok', text }
    : {
        ...check,
        level: 'note',
        text: `${text}: nothing runs side by side here`,
        remedy: `${moreCpus(machine.usable)}.`,
      };
}
