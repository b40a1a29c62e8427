/**
 * In which order the zones of the results get their room, after the bars and the verdict: numbers before what tells
 * them apart, and that before what draws them once more.
 */
export const priorities = {
  scores: 1,
  /** How the sentence about the losses begins: it names the largest. */
  sentence: 2,
  /** How every warning begins; all of them where a pass failed. */
  warning: 3,
  advice: 4,
  /** The losses in one row. */
  losses: 5,
  warnings: 6,
  /** Where the time of Ray went. */
  ray: 7,
  /** Where the time of the workers went, as bars. */
  budget: 8,
  adviceRule: 9,
  /** Cold start, and how far off the forecast was. */
  facts: 10,
  /** What garbage collection took. */
  collecting: 11,
  /** One row of trust. */
  trust: 12,
  repeats: 13,
  /** The rule above Ray's rows, which names the job. */
  job: 14,
  verdictRule: 15,
  /** The rule of the scores, a row for the job. */
  more: 16,
  /** Ray's phases as a staircase; notes. */
  staircase: 17,
  spread: 18,
  /** The same bars, one below the other, where they stood beside each other. */
  longBars: 19,
  /** The rule above trust, and a row for everything that is said of it. */
  trustLines: 20,
} as const;
