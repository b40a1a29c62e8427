import type { Conditions } from '../../core/machine/conditions.ts';
import type { Session } from '../../core/session/session.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openConditionSampler } from '../../machine/condition-sampler.ts';
import { loadPeriod, otherLoadSamples } from '../../machine/cpus/load.ts';
import type { System } from '../../machine/system.ts';

/** The first sample may reach back to before the sampling. */
const samples = otherLoadSamples + 1;

/** Where the system reports no load, no sample comes. */
const longest: Milliseconds = 2 * samples * loadPeriod;

export type Sampling = {
  readonly system: System;
  /** Told the time that is left, roughly. */
  readonly onLeft: (left: Milliseconds) => void;
};

/** The conditions between the next samples of the load, until what others use is known of this time alone. */
export async function sampleConditions(
  { state, subscribe }: Pick<Session, 'state' | 'subscribe'>,
  { system, onLeft }: Sampling,
): Promise<readonly Conditions[]> {
  const sampler = openConditionSampler(system);
  const found: Conditions[] = [];
  let { load } = state();
  let end = sampler();
  const take = () => {
    found.push(end());
    end = sampler();
    onLeft((samples - found.length) * loadPeriod);
  };
  onLeft(samples * loadPeriod);
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve(found.length > 0 ? found : [end()]);
    };
    const timer = setTimeout(stop, longest);
    const unsubscribe = subscribe(() => {
      if (state().load === load) {
        return;
      }

      ({ load } = state());
      take();
      if (found.length >= samples) {
        stop();
      }
    });
  });
}
