/** Layout priority: lower numbers get rows first. */
export const priorities = {
  machine: 0,
  plan: 1,
  outlook: 2,
  /** One row of trust, or a second row of a notice that needs it. */
  trust: 3,
  load: 4,
  /** What will happen, in whole sentences. */
  sentences: 5,
  /** The whole notice. */
  notice: 6,
  /** Those sentences while a notice needs rows. */
  lateSentences: 7,
  trustRule: 8,
  runtime: 9,
  /** Rows reserved for a longer notice. */
  spare: 10,
  /** A graph of the load with several rows, and one for each CPU. */
  graph: 11,
  /** One row for each line of trust. Before Ray, whose zone comes and goes with the cluster. */
  trustLines: 12,
  ray: 13,
  glossary: 14,
  /** Last, because they come when the screen is already there. */
  runs: 15,
} as const;
