/** In which order the zones of the setup screen get their room, after the plan. */
export const priorities = {
  machine: 0,
  plan: 1,
  forecast: 2,
  /** A row about how far numbers could be trusted, or another of a notice that needs it. */
  trust: 3,
  cpus: 4,
  runtime: 5,
  /** All of a notice. */
  notice: 6,
  trustRule: 7,
  /** Rows that are kept for a notice to come. */
  spare: 8,
  /** A row for everything that is said about trust, before what comes and goes with a cluster. */
  trustLines: 9,
  ray: 10,
} as const;
