import type { Conditions, ConditionSampler } from '../core/machine/conditions.ts';
import { openFrequencyMeter } from './cpus/frequency.ts';
import { ownBetween, readUse, useBetween, type CpuUse } from './cpus/cpu-use.ts';
import type { System } from './system.ts';
import { openThermometer } from './temperature.ts';
import { watchThrottling } from './cpus/throttling.ts';

/** Looks at what goes on around a pass by reading some files of the kernel before it and after it; spawns nothing. */
export function openConditionSampler(system: System): ConditionSampler {
  const clock = openFrequencyMeter(system);
  const temperature = openThermometer(system);
  return () => {
    const throttledTime = watchThrottling(system);
    const [before, began] = [readUse(system), system.now()];
    return () => {
      const ended = system.now();
      // First of all: some 20 ms later the kernel tells what a CPU does that has nothing to do.
      const megahertz = clock(before.times.map(({ cpu }) => cpu));
      const celsius = temperature();
      const after = readUse(system);
      const throttled = throttledTime();
      return {
        during: ended - began,
        own: ownBetween(before, after),
        ...othersOf(useBetween(before, after)),
        ...(throttled === undefined ? {} : { throttled }),
        ...(megahertz ? { clock: megahertz } : {}),
        ...(celsius === undefined ? {} : { temperature: celsius }),
      };
    };
  };
}

/** Over less than a hundredth of a second the kernel tells nothing. */
function othersOf(use: CpuUse | undefined): Pick<Conditions, 'others' | 'stolen'> {
  if (!use) {
    return {};
  }

  const { others, stolen } = use;
  return { others, ...(stolen === undefined ? {} : { stolen }) };
}
