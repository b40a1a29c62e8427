import type { DoctorFacts } from '../../../source/core/doctor/diagnosis.ts';
import type { Machine } from '../../../source/core/machine/machine.ts';
import type { State } from '../../../source/core/profile/state.ts';
import { machineWith, stateWith } from '../../helpers/profiles/profiles.ts';

type Given = Partial<Omit<DoctorFacts, 'machine' | 'state'>> & {
  readonly machine?: Partial<Machine>;
  readonly state?: Partial<State>;
};

/** A quiet machine of which all is known, without a terminal and without Ray. */
export function factsWith({
  machine: changes = {},
  state = {},
  ...given
}: Given = {}): DoctorFacts {
  const machine = machineWith({
    usable: { count: 16, online: 16, affinity: 16 },
    governor: { names: ['performance'], driver: 'acpi-cpufreq' },
    ...changes,
  });
  return {
    fibtui: '1.2.3',
    checkedAt: '2026-11-30T20:00:00.000Z',
    machine,
    state: stateWith({ machine, otherLoad: { others: 0.01, stolen: 0 }, ...state }),
    samples: [{ during: 500, clock: { mean: 3000, highest: 3700 }, temperature: 52 }],
    accounts: { onCpu: true, waiting: true },
    terminal: {
      without: 'terminal',
      colours: 'none',
      background: 'dark',
      backgroundFrom: 'default',
      ascii: false,
      screenReader: false,
    },
    ray: {
      python: { found: 'known', path: '/opt/venv/bin/python', version: '3.12.1', ray: '2.60.0' },
    },
    runs: { folder: '/home/me/.local/state/fibtui/runs', saved: 12 },
    cache: { possible: true, folder: '/home/me/.cache/fibtui' },
    ...given,
  };
}
