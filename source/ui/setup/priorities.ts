/** Layout priority: lower numbers get rows first. */
export const priorities = {
  machine: 0,
  plan: 1,
  forecast: 2,
  /** One row of trust, or a second row of a notice that needs it. */
  trust: 3,
  cpus: 4,
  runtime: 5,
  /** The whole notice. */
  notice: 6,
  trustRule: 7,
  /** Rows reserved for a longer notice. */
  spare: 8,
  /** One row for each line of trust. Before Ray, whose zone comes and goes with the cluster. */
  trustLines: 9,
  ray: 10,
} as const;
