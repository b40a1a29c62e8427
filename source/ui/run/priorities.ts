/** Layout priority: lower numbers get rows first. */
export const priorities = {
  workers: 1,
  soFar: 2,
  /** One row of worker time. */
  time: 3,
  soFarRule: 4,
  cpus: 5,
  timeRule: 6,
  blank: 7,
} as const;
