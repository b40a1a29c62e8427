/** Layout priority: lower numbers get rows first. */
export const priorities = {
  workers: 1,
  /** With `d` before the rest. */
  askedTime: 2,
  progress: 3,
  load: 4,
  soFarRule: 5,
  loadRule: 6,
  timeRule: 7,
  askedCpus: 8,
  marks: 9,
  twoRows: 10,
  trustRule: 11,
  /** A row for each speed-up. */
  answers: 12,
  eachCpu: 13,
  fourRows: 14,
  blanks: 15,
  time: 16,
  cpus: 17,
  highBars: 18,
  higherCpus: 19,
  highLoad: 20,
} as const;
