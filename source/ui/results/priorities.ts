/**
 * Layout priority: lower numbers get rows first. The answer, what limits it, what to do and whether to trust it come
 * before blank rows and higher bars.
 */
export const priorities = {
  /** The two largest losses. */
  losses: 1,
  /** The beginning of what to do next; all of it if a pass failed. */
  next: 2,
  /** One row of trust with its rule: it has a row without one in any case. */
  doubts: 3,
  /** Every part of the workers' time, on one scale. */
  budget: 4,
  /** Where Ray's time went. */
  ray: 5,
  nextWhole: 6,
  /** Blank rows around the headline. */
  headline: 7,
  /** Which round the bars are of. */
  caption: 8,
  /** A row for everything that may have moved the numbers, then for what did not. */
  trust: 9,
  /** Blank rows between the bars. */
  bars: 10,
  trustLines: 11,
  /** Bars of two rows, then of three. */
  highBars: 12,
  higherBars: 13,
} as const;
