import { resultsScreen } from './ui-states.ts';

export const walls = {
  16: { local: [2880, 2870, 2905, 2890, 2875], pool: [340, 336, 345, 338, 342] },
  64: { local: [2880, 2870, 2905, 2890, 2875], pool: [118, 121, 116, 119, 117] },
  128: { local: [2300, 2290, 2320, 2310, 2295], pool: [84.2, 86.8, 82.5, 85.1, 83.6] },
} as const;

export const many = (workers: keyof typeof walls) =>
  resultsScreen({ walls: walls[workers] }, workers);
