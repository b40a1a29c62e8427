import type { Milliseconds } from '../units.ts';

/** What went on around a pass while it ran. Times are summed over all CPUs; what the system does not tell is absent. */
export type Conditions = {
  /** How long that was looked at: from just before the pass to just after it. */
  readonly during: Milliseconds;
  /** On the CPUs, by this program: all its threads. */
  readonly own?: Milliseconds;
  /** On the CPUs, by all others. */
  readonly others?: Milliseconds;
  /** Taken away by a hypervisor. */
  readonly stolen?: Milliseconds;
  /** Held back by the quota of the control group; 0 of a quota that did not. */
  readonly throttled?: Milliseconds;
  /** At the end of the pass, in MHz: the mean of the CPUs, and the fastest of them. */
  readonly clock?: { readonly mean: number; readonly highest: number };
  /** Of the hottest sensor of the processor at the end of the pass, in °C. */
  readonly temperature?: number;
};

/** Begins to look at what goes on; what it gives ends that and tells. Of the CPUs that this program may use. */
export type ConditionSampler = () => () => Conditions;

/**
 * What is to be told of a pass: nothing where it runs on other machines. Of a cluster on this one the load is not: its
 * own processes would count as others.
 */
export function conditionsOf(
  { cluster }: { readonly cluster?: { readonly here: boolean } },
  conditions: Conditions,
): Conditions | undefined {
  if (!cluster) {
    return conditions;
  }

  const { own: _own, others: _others, ...around } = conditions;
  return cluster.here ? around : undefined;
}
