import type { Conditions, ConditionSampler } from '../core/machine/conditions.ts';
import { watchThrottling } from './cpus/cpu-quota.ts';
import { ownBetween, readUse, useBetween, type CpuUse } from './cpus/cpu-use.ts';
import { openFrequencyMeter } from './cpus/frequency.ts';
import type { System } from './system.ts';
import { openThermometer } from './temperature.ts';

/** Samples the system conditions of a pass: reads a few kernel files before and after it; spawns nothing. */
export function openConditionSampler(system: System): ConditionSampler {
  const frequency = openFrequencyMeter(system);
  const temperature = openThermometer(system);
  return () => {
    const throttledTime = watchThrottling(system);
    const [before, began] = [readUse(system), system.now()];
    return () => {
      const ended = system.now();
      // Read first: some 20 ms after the pass the kernel reports the frequency of idle CPUs.
      const clock = frequency(before.times.map(({ cpu }) => cpu));
      const celsius = temperature();
      const after = readUse(system);
      const throttled = throttledTime();
      return {
        during: ended - began,
        own: ownBetween(before, after),
        ...othersOf(useBetween(before, after)),
        ...(throttled === undefined ? {} : { throttled }),
        ...(clock ? { clock } : {}),
        ...(celsius === undefined ? {} : { temperature: celsius }),
      };
    };
  };
}

/** CPU times move every 10 ms, so a shorter pass may have no use to report. */
function othersOf(use: CpuUse | undefined): Pick<Conditions, 'others' | 'stolen'> {
  if (!use) {
    return {};
  }

  const { others, stolen } = use;
  return { others, ...(stolen === undefined ? {} : { stolen }) };
}
