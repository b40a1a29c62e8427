import type { Milliseconds } from './units.ts';

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
