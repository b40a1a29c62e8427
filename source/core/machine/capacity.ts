import { shortDecimal } from '../text/format.ts';
import type { UsableCpus } from './machine.ts';

/** How many CPUs' time there is to be had: of a quota also a part of one. */
export const capacityOf = ({
  online,
  affinity,
  quota = Infinity,
}: Pick<UsableCpus, 'online' | 'affinity' | 'quota'>): number => Math.min(online, affinity, quota);

/** By how much more than `local` workers can have at most: where it has less than a CPU, so have they. */
export const roomBeside = (usable: UsableCpus): number => Math.max(1, capacityOf(usable));

/** "1 CPU", "2.5 CPUs". */
export const cpusText = (number: number): string =>
  `${shortDecimal(number)} ${number === 1 ? 'CPU' : 'CPUs'}`;
