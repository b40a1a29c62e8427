export const local = [1800, 1790, 1820, 1805, 1795] as const;

export const win = { walls: { local, pool: [930, 940, 925, 935, 928] } };
