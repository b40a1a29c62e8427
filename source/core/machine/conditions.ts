import type { Milliseconds } from '../units.ts';

/** The system while a pass ran. Times are summed over all CPUs; values that the system does not report are absent. */
export type Conditions = {
  /** Length of the observation: from just before the pass to just after it. */
  readonly during: Milliseconds;
  /** CPU time of this program, all threads. */
  readonly own?: Milliseconds;
  /** CPU time of all other programs. */
  readonly others?: Milliseconds;
  /** CPU time that a hypervisor gave to other guests. */
  readonly stolen?: Milliseconds;
  /** How long the quota of the control group held tasks back; absent without a quota. */
  readonly throttled?: Milliseconds;
  /** In MHz at the end of the pass: the mean of the CPUs, and the fastest one. */
  readonly clock?: { readonly mean: number; readonly highest: number };
  /** In °C, from the hottest sensor of the processor at the end of the pass. */
  readonly temperature?: number;
};

/** Starts observing the usable CPUs; the returned function stops and gives the result. */
export type ConditionSampler = () => () => Conditions;

/**
 * The conditions that apply to a pass: none if it ran on other machines. On a cluster on this machine the load is left
 * out, because the cluster's own processes would count as others.
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
