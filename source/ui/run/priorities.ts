/** In which order the zones of a run get their room, after where it stands and the bars of the engines. */
export const priorities = {
  workers: 1,
  soFar: 2,
  /** Where the workers' time goes: a row. */
  time: 3,
  soFarRule: 4,
  cpus: 5,
  timeRule: 6,
  blank: 7,
} as const;
