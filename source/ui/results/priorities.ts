/**
 * Layout priority: lower numbers get rows first. Numbers, then their interpretation, then extra drawings.
 */
export const priorities = {
  scores: 1,
  /** The beginning of the advice: it names the largest loss. */
  sentence: 2,
  /** The beginning of every warning; the whole warnings if a pass failed. */
  warning: 3,
  advice: 4,
  /** The losses in one row. */
  losses: 5,
  warnings: 6,
  /** The phases of Ray. */
  ray: 7,
  /** The budget as bars. */
  budget: 8,
  adviceRule: 9,
  /** Cold start and the error of the forecast. */
  facts: 10,
  /** Garbage collection. */
  collecting: 11,
  /** One row of trust. */
  trust: 12,
  rounds: 13,
  /** The rule above Ray's rows, which names the job. */
  job: 14,
  verdictRule: 15,
  /** The rule of the scores; the row of Ray's job. */
  more: 16,
  /** Ray's phases as a staircase; notes. */
  staircase: 17,
  spread: 18,
  /** The bars of the budget, one per row instead of two. */
  longBars: 19,
  /** The rule above trust, and one row for each of its lines. */
  trustLines: 20,
} as const;
