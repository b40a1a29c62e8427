import type { Dealing } from '../profiles/dealt.ts';
import type { ProfileRequest } from '../profiles/profiles.ts';
import { dealtResults, resultsScreen } from './ui-states.ts';
import { local } from './two-results.ts';

/** A machine on which hardly anything else ran. */
const quiet = { during: 1000, own: 1500, others: 20, stolen: 0, temperature: 61 };

const pool: Dealing = { task: 9, slower: 1.2, dispatch: 0.6, gap: 0.5, tail: 0.1 };

/** Two workers whose tasks take longer side by side. */
export const win = dealtResults(
  { local: { task: 9 }, pool, conditions: { local: quiet, pool: { ...quiet, own: 1665 } } },
  2,
);

export const five = (wall: number): readonly number[] => [wall, wall, wall, wall, wall];

const onQuiet = (request: ProfileRequest) => resultsScreen({ conditions: quiet, ...request });

/** One by one is faster. */
export const loss = onQuiet({
  walls: { local: [100, 101, 99, 100, 102], pool: [250, 253, 256, 249, 258] },
});

export const undecided = onQuiet({
  walls: { local: [930, 950, 1000, 1050, 1120], pool: five(1000) },
});

/** Rounds so short that chance decides. */
export const tooShort = onQuiet({ walls: { local: [65, 66, 70, 74, 78], pool: five(70) } });

export const same = onQuiet({ walls: { local, pool: [1800, 1830, 1790, 1805, 1795] } });

export const tooFew = onQuiet({
  walls: { local: [1340, 1340, 1350], pool: [1000, 1010, 1000] },
  plan: { rounds: 3 },
});

export const oneRound = onQuiet({ walls: { local: [2180], pool: [1260] }, plan: { rounds: 1 } });

/** More than two workers can give. */
export const beyond = onQuiet({
  walls: { local: [2310, 2320, 2290, 2300, 2330], pool: [1000, 1010, 990, 1000, 1000] },
});

export const interrupted = onQuiet({
  walls: { local: [1800, 1790, 1820], pool: [930, 940, 'cancelled'] },
  plan: { rounds: 5 },
  interrupted: true,
});

export const failed = onQuiet({ walls: { local, pool: [930, 'failed', 925, 'failed', 928] } });

/** The pool never came to an end of a round. */
export const neverFinished = onQuiet({
  walls: { local, pool: ['failed', 'failed', 'failed', 'failed', 'failed'] },
});

export const alone = onQuiet({ walls: { local } });

export const nothing = onQuiet({ walls: { local: ['cancelled'], pool: [] }, interrupted: true });

/** Other programs take a fifth of the CPUs. */
export const busy = resultsScreen({
  walls: { local, pool: [930, 940, 925, 935, 928] },
  conditions: { ...quiet, others: 400 },
});
