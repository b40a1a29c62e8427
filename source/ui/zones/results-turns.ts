/**
 * In which order the zones of the results get their room, after the bars and the verdict: numbers before what tells
 * them apart, and that before what draws them once more.
 */
export const turns = {
  scores: 1,
  warnings: 2,
  /** The losses in one row. */
  losses: 3,
  advice: 4,
  /** Where the time of Ray went. */
  ray: 5,
  /** Where the time of the workers went, as bars. */
  budget: 6,
  adviceRule: 7,
  /** Cold start, and how far off the forecast was. */
  facts: 8,
  /** What garbage collection took. */
  collecting: 9,
  /** One row of trust. */
  trust: 10,
  repeats: 11,
  /** The rule above Ray's rows, which names the job. */
  job: 12,
  verdictRule: 13,
  /** The rule of the scores, a row for the job. */
  more: 14,
  /** Ray's phases as a staircase; notes. */
  staircase: 15,
  spread: 16,
  /** The same bars, one below the other, where they stood beside each other. */
  longBars: 17,
  /** The rule above trust, and a row for everything that is said of it. */
  trustLines: 18,
} as const;
