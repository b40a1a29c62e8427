/**
 * In which order the zones of the results get their room, after the bars and the verdict: numbers before what tells
 * them apart, and that before what draws them once more.
 */
export const turns = {
  scores: 1,
  warnings: 2,
  /** One row of trust. */
  trust: 2.5,
  /** What garbage collection took. */
  collecting: 2.7,
  /** Where the time of Ray went, and the repeats. */
  details: 3,
  /** The rule above Ray's rows, which names the job. */
  job: 4,
  verdictRule: 5,
  /** Cold start, the rule of the repeats, a row for the job. */
  more: 6,
  /** Ray's phases as a staircase; notes. */
  staircase: 7,
  spread: 8,
  /** The rule above trust, and a row for everything that is said of it. */
  trustLines: 9,
} as const;
