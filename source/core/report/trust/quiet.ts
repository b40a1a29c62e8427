import type { State } from '../../profile/state.ts';
import type { Share } from '../../units.ts';
import { leastNoted } from './trust-lines.ts';

/** A machine is quiet while other programs take a smaller share of its CPUs: what trust does not note. */
export const quietShare: Share = leastNoted.others;

/** False while it is unknown what others take. */
export const isQuiet = ({ otherLoad }: Pick<State, 'otherLoad'>): boolean =>
  otherLoad !== undefined && otherLoad.others < quietShare;
