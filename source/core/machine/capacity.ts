import { shortDecimal } from '../text/format.ts';
import type { UsableCpus } from './machine.ts';

/** How many CPUs' worth of time this program can use; a quota can grant a part of a CPU. */
export const capacityOf = ({
  online,
  affinity,
  quota = Infinity,
}: Pick<UsableCpus, 'online' | 'affinity' | 'quota'>): number => Math.min(online, affinity, quota);

/** The CPU time that all workers can use, over that of `local`: at least 1, since a quota below a CPU limits both. */
export const capacityOverLocal = (usable: UsableCpus): number => Math.max(1, capacityOf(usable));

/** "1 CPU", "2.5 CPUs". */
export const cpusText = (number: number): string =>
  `${shortDecimal(number)} ${number === 1 ? 'CPU' : 'CPUs'}`;
